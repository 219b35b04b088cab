"""Line numbers as drawings: a reader who copies code from the PDF gets the code and nothing else.

Numbers made with CSS counters become text in the PDF, and viewers copy them. A background image of strokes is no text.
"""

import base64

# Each digit in a box 6 wide and 10 high, drawn with a round pen.
_STROKES = {
    "0": "M3 .7C4.6 .7 5.2 2.6 5.2 5S4.6 9.3 3 9.3 .8 7.4 .8 5 1.4 .7 3 .7Z",
    "1": "M1.2 2.3 3.3 .7V9.3M1.2 9.3H5.2",
    "2": "M1 2.6C1.2 1.3 2 .7 3 .7 4.2 .7 5 1.5 5 2.7 5 4.7 2.2 6.3 .9 9.3H5.2",
    "3": "M1 1.7C1.5 1 2.2 .7 3 .7 4.2 .7 4.9 1.5 4.9 2.600S4.1 4.6 2.7 4.6"
    "C4.2 4.6 5.2 5.5 5.2 6.900S4.2 9.3 2.9 9.3C2 9.3 1.2 8.9 .8 8.2",
    "4": "M4.1 9.3V.7L.7 6.700H5.5",
    "5": "M4.8 .7H1.500L1.2 4.700C1.7 4.2 2.3 4 3 4 4.3 4 5.2 5.1 5.2 6.600S4.2 9.3 2.9 9.3C2 9.3 1.2 8.9 .8 8.2",
    "6": "M4.3 .7C2.3 1.7 .9 4 .9 6.6 .9 8.3 1.7 9.3 3 9.3S5.2 8.2 5.2 6.7 4.3 4.1 3.1 4.1C2 4.1 1.1 5 .9 6.3",
    "7": "M.8 .7H5.200L2.4 9.3",
    "8": "M3 4.600C1.8 4.6 1.1 3.8 1.1 2.700S1.8 .7 3 .7 4.9 1.6 4.9 2.7 4.2 4.6 3 4.6"
    "C1.6 4.6 .8 5.6 .8 6.900S1.6 9.3 3 9.3 5.2 8.2 5.2 6.9 4.4 4.6 3 4.600Z",
    "9": "M1.7 9.3C3.7 8.3 5.1 6 5.1 3.4 5.1 1.7 4.3 .7 3 .7S.8 1.8 .8 3.3 1.7 5.9 2.9 5.9C4 5.9 4.9 5 5.1 3.7",
}
_ADVANCE, _HEIGHT, _INK = 8, 10, "#84898a"


def line_number_css(last: int) -> str:
    """Return the style rules that draw the numbers 1 to `last` before the lines of a `.pb-numbered` block."""
    return "\n".join(
        f".pb-numbered .pb-line:nth-child({number}){{background-image:url({_image(str(number))})}}"
        for number in range(1, last + 1)
    )


def _image(number: str) -> str:
    # All images have room for three digits, aligned right, so that one background-size serves them all.
    start = _ADVANCE * (3 - len(number))
    strokes = "".join(
        f'<path transform="translate({start + _ADVANCE * place} 0)" d="{_STROKES[digit]}"/>'
        for place, digit in enumerate(number)
    )
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {3 * _ADVANCE} {_HEIGHT}" fill="none" '
        f'stroke="{_INK}" stroke-width=".8" stroke-linecap="round" stroke-linejoin="round">{strokes}</svg>'
    )
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()
