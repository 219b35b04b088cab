"""What search finds a page by, besides the words on it."""

import json
from collections.abc import Mapping


def with_navigation_titles(index: str, titles: Mapping[str, str]) -> str:
    """Return Material's search index in which a page is also found by its title in the navigation.

    Material knows a page by its first heading alone, and readers by either; so a result is called by both. Tags would
    not do: they outweigh titles a thousand times, and then "for" in one leads before a page whose title is typed.
    `titles` are the pages' by URL.
    """
    content = json.loads(index)
    for entry in content["docs"]:
        title = titles.get(entry["location"], "")
        if title.lower() not in entry["title"].lower():
            entry["title"] += f" · {title}"
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
