"""The faces the book is set in, embedded into the print page."""

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from prepbook.errors import PrintError

# From npm's @fontsource packages, under the SIL Open Font License (DejaVu: Bitstream Vera's); the ranges are theirs.
_RANGES = {
    "latin": "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,"
    "U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
    "latin-ext": "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,"
    "U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C4,U+2113,U+2C60-2C7F,U+A720-A7FF",
    "greek": "U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF",
    "symbols2": "U+23B8-23BD,U+2500-259F",
}


@dataclass(frozen=True)
class Face:
    """One family in the weights and subsets that the book uses."""

    package: str  # of npm, after @fontsource/
    family: str  # as style sheets and the PDF's font names have it
    styles: tuple[tuple[int, str], ...]
    subsets: tuple[str, ...]
    is_whole: bool = False  # all of the family's characters are in the one file, whatever it is called


_UPRIGHT, _ITALIC, _BOLD = (400, "normal"), (400, "italic"), (600, "normal")
_TEXT = ("latin", "latin-ext", "greek")
FACES = (
    Face("source-serif-4", "Source Serif 4", (_UPRIGHT, _ITALIC, _BOLD, (600, "italic")), _TEXT),
    Face("source-sans-3", "Source Sans 3", (_UPRIGHT, _ITALIC, _BOLD, (600, "italic")), _TEXT),
    Face("fira-code", "Fira Code", (_UPRIGHT, _BOLD), (*_TEXT, "symbols2")),
    # These two fill the others' gaps: arrows, operators, subscripts, box drawing.
    Face("dejavu-sans", "DejaVu Sans", (_UPRIGHT,), ("latin",), is_whole=True),
    Face("dejavu-mono", "DejaVu Sans Mono", (_UPRIGHT,), ("latin",), is_whole=True),
)


def font_files() -> Iterator[tuple[str, str]]:
    """Yield npm package and file name of every file that `font_css` needs in its folder."""
    for face in FACES:
        for weight, style in face.styles:
            for subset in face.subsets:
                yield f"@fontsource/{face.package}", f"{face.package}-{subset}-{weight}-{style}.woff2"


def font_css(folder: Path) -> str:
    """Return the @font-face rules with the fonts inside; PrintError when a file is missing in `folder`."""
    return "\n".join(
        _rule(face, weight, style, subset, folder)
        for face in FACES
        for weight, style in face.styles
        for subset in face.subsets
    )


def _rule(face: Face, weight: int, style: str, subset: str, folder: Path) -> str:
    path = folder / f"{face.package}-{subset}-{weight}-{style}.woff2"
    try:
        data = base64.b64encode(path.read_bytes()).decode()
    except OSError as error:
        do = f"Copy it from node_modules/@fontsource/{face.package}/files/ (./scripts/build does)."
        raise PrintError(f"{path}: font: expected the file, found none. {do}") from error
    limit = "" if face.is_whole else f"unicode-range:{_RANGES[subset]};"
    return (
        f"@font-face{{font-family:'{face.family}';font-weight:{weight};font-style:{style};{limit}"
        f"src:url(data:font/woff2;base64,{data}) format('woff2')}}"
    )
