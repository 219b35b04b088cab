"""What search finds a page by, besides the words on it."""

import json
from collections.abc import Mapping


def with_navigation_titles(index: str, titles: Mapping[str, str]) -> str:
    """Return Material's search index in which a page is also found by its title in the navigation.

    Material knows a page by its first heading alone, and readers by either. As a tag of the page's own entry the title
    outweighs text and stands beside the result; in the page's front matter it would go with every section of it.
    `titles` are the pages' by URL.
    """
    content = json.loads(index)
    for entry in content["docs"]:
        title = titles.get(entry["location"])
        if title and title != entry["title"]:
            entry["tags"] = [*entry.get("tags", []), title]
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
