/**
 * Elements with text of their own, up to two of each look that isn't in `seen`, and the looks.
 *
 * What axe finds of an element's contrast follows from the styles of the element and of all it stands in, so that
 * the hundredth keyword of a program tells nothing that the first two haven't. A look is a hash of that chain.
 * Two, for one may lie where axe can't judge it.
 */
(seen) => {
  const STYLES = ["color", "backgroundColor", "backgroundImage", "opacity", "fontSize", "fontWeight", "textShadow"];
  const MORE = ["filter", "mixBlendMode", "position", "visibility", "clipPath", "webkitTextStrokeWidth"];
  const known = new Set(seen);
  const looks = new Map();

  const hash = (text) => {
    let value = 2166136261n;
    for (let at = 0; at < text.length; at++)
      value = ((value ^ BigInt(text.charCodeAt(at))) * 1099511628211n) & 0xffffffffffffn;
    return value.toString(36);
  };
  const cache = new Map();
  const chained = (text) => {
    if (!cache.has(text)) cache.set(text, hash(text));
    return cache.get(text);
  };
  const hasText = (element) =>
    element.matches("input, select, textarea") ||
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());

  const walk = (element, above) => {
    const style = getComputedStyle(element);
    if (style.display === "none") return;
    const own = [...STYLES, ...MORE].map((name) => style[name]).join(";");
    const look = chained(`${above}|${element.tagName}.${element.getAttribute("class") ?? ""}|${own}`);
    if (!known.has(look) && hasText(element) && element.getClientRects().length > 0) {
      const alike = looks.get(look) ?? [];
      if (alike.length < 2) looks.set(look, [...alike, element]);
    }
    for (const child of element.children) walk(child, look);
  };
  walk(document.body, "");
  const include = [...looks.values()].flat();
  const chosen = new Set(include);
  // An element stands for itself: its children have looks of their own.
  const exclude = include.flatMap((element) => [...element.children].filter((child) => !chosen.has(child)));
  return { looks: [...looks.keys()], include, exclude };
};
