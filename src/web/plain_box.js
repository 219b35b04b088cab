/** The highlighted code of the page, made editable as it stands: an editor before, or without, the real one. */

/** @import { Editor, EditorOptions } from "./types.js" */

/**
 * @param {HTMLElement} code the <code> of the static page; edited in place
 * @param {EditorOptions} options
 * @returns {Editor}
 */
export function editInPlace(code, options) {
  const attributes = {
    role: "textbox",
    "aria-multiline": "true",
    "aria-label": options.label,
    "aria-describedby": options.describedBy,
    spellcheck: "false",
    autocapitalize: "off",
    tabindex: "0",
  };
  for (const [name, value] of Object.entries(attributes)) code.setAttribute(name, value);
  allowEditing(code);
  const onInput = () => options.onChange(textOf(code));
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape") options.onLeave();
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      options.onSubmit();
    }
  };
  code.addEventListener("input", onInput);
  code.addEventListener("keydown", onKey);
  return {
    element: code,
    getText: () => textOf(code),
    setText: (text) => (code.textContent = text),
    focus: () => code.focus(),
    destroy: () => {
      code.removeEventListener("input", onInput);
      code.removeEventListener("keydown", onKey);
    },
  };
}

/**
 * The text of an edited element: browsers put line breaks in as "\n" or as <br>.
 * @param {Node} node
 * @returns {string}
 */
export function textOf(node) {
  if (node.nodeType === Node.TEXT_NODE) return /** @type {Text} */ (node).data;
  if (node.nodeName === "BR") return "\n";
  return Array.from(node.childNodes, textOf).join("");
}

/**
 * Where the selection lies, in characters of textOf(element).
 * @param {HTMLElement} element
 * @returns {{anchor: number, head: number} | null} null when it lies elsewhere
 */
export function selectionIn(element) {
  const selection = document.getSelection();
  const { anchorNode, focusNode } = selection ?? {};
  if (!selection || !anchorNode || !focusNode) return null;
  if (!element.contains(anchorNode) || !element.contains(focusNode)) return null;
  return {
    anchor: offsetOf(element, anchorNode, selection.anchorOffset),
    head: offsetOf(element, focusNode, selection.focusOffset),
  };
}

/**
 * @param {HTMLElement} element
 * @param {Node} node
 * @param {number} offset
 */
function offsetOf(element, node, offset) {
  const range = document.createRange();
  range.setStart(element, 0);
  range.setEnd(node, offset);
  return textOf(range.cloneContents()).length;
}

/** @param {HTMLElement} element */
function allowEditing(element) {
  try {
    element.contentEditable = "plaintext-only";
  } catch {
    element.contentEditable = "true"; // Browsers older than the plain-text kind.
  }
}
