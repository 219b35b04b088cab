"""The sample book's written answer and mock interview."""

from prepbook.kinds.mock import Draw, MockCheck, MockSpec, Part
from prepbook.kinds.rubric import Criterion, Examples, RubricCheck, RubricSpec, Score

RUBRIC = RubricCheck(
    id="mean-memo",
    folder="checks/evaluation/mean-memo",
    spec=RubricSpec(
        kind="rubric",
        title="A memo on the mean",
        pillar="evaluation",
        minutes=15,
        pass_at=2,
        criteria=[
            Criterion(id="claim", title="A claim", why="It may be wrong [@A1].", levels=["None.", "One."]),
            Criterion(id="figure", title="A figure", why="It can be checked.", levels=["None.", "One.", "With its n."]),
        ],
        examples=Examples(
            **{
                rank: {
                    "claim": Score(level=points // 2, why="As read."),
                    "figure": Score(level=points, why="So it is."),
                }
                for points, rank in enumerate(("weak", "fair", "strong"))
            }
        ),
    ),
    prompt="Write why the mean of nothing is no number [@A1].",
    examples={rank: f"The {rank} memo says *something*." for rank in ("weak", "fair", "strong")},
)
MOCK = MockCheck(
    id="mean-mock",
    folder="checks/evaluation/mean-mock",
    spec=MockSpec(
        kind="mock",
        title="An interview about means",
        pillar="evaluation",
        minutes=30,
        parts=[
            Part(title="A warm-up", check="mean-quiz", judged="That you know it [@A1].", next="Read on."),
            Part(
                title="The real thing",
                draw=Draw(pool=["mean-of-numbers", "mean-memo"], count=1),
                judged="That you can do it.",
                next="Do it again.",
            ),
        ],
    ),
    prompt="Two parts.",
)
