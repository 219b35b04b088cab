"""The kinds of check. Each kind is one module with the same four functions, listed in `KINDS`.

A kind has
- `Spec`, the model of its check.yml;
- `load(folder, name, spec)`, which reads the files beside it;
- `examine(check, grader)`, which proves the check by running what the author wrote;
- `view(check, proof, md)`, what a template shows, and `payload(check, proof, md)`, what the page's script gets.
"""

from prepbook.kinds import classify, code, match, mock, number, order, placement, quiz, rubric, simulation
from prepbook.kinds.base import Kind

_MODULES = (code, quiz, number, order, match, classify, placement, simulation, rubric, mock)
KINDS: dict[str, Kind] = {module.KIND.name: module.KIND for module in _MODULES}
