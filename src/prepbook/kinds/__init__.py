"""The kinds of check. Each kind is one module with the same four functions, listed in `KINDS`.

A kind has
- `Spec`, the model of its check.yml;
- `load(folder, name, spec)`, which reads the files beside it;
- `examine(check, judge)`, which proves the check by running what the author wrote;
- `view(check, proof, md)`, what a template shows, and `payload(check, proof, md)`, what the page's script gets.
"""

from prepbook.kinds import classify, code, match, number, order, quiz
from prepbook.kinds.base import Kind

KINDS: dict[str, Kind] = {
    kind.name: kind for kind in (code.KIND, quiz.KIND, number.KIND, order.KIND, match.KIND, classify.KIND)
}
