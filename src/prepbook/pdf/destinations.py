"""The named places of a PDF."""

from urllib.parse import unquote

import pikepdf


def destinations(pdf: pikepdf.Pdf) -> dict[str, pikepdf.Array]:
    """Return the explicit destination of each name; the names are the print page's ids."""
    found = pdf.Root.get("/Dests", pikepdf.Dictionary())
    places = {unquote(str(name).removeprefix("/")): place for name, place in found.items()}
    return {name: place for name, place in places.items() if isinstance(place, pikepdf.Array)}


def page_numbers(pdf: pikepdf.Pdf) -> dict[str, int]:
    """Return for each name the number of its page, from 1."""
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
    return {name: numbers[place[0].objgen] for name, place in destinations(pdf).items()}
