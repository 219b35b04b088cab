/** The code editor. The one file that names CodeMirror; loaded when a reader first touches a code box. */

import { autocompletion, closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentLess, indentMore } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import {
  bracketMatching,
  HighlightStyle,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from "@codemirror/language";
import { EditorState, Prec } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { word } from "./words.js";

/** @import { Editor, EditorOptions } from "./types.js" */

/** Pygments' colours as Material names them, so that the page's highlighting and the editor's agree. */
const COLORS = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: "var(--pb-hl-keyword)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--pb-hl-string)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--pb-hl-number)" },
  { tag: [tags.comment], color: "var(--pb-hl-comment)", fontStyle: "italic" },
  {
    tag: [
      tags.definition(tags.function(tags.variableName)),
      tags.function(tags.definition(tags.variableName)),
      tags.definition(tags.className),
      tags.className,
    ],
    color: "var(--pb-hl-function)",
  },
  { tag: [tags.self, tags.atom, tags.standard(tags.name)], color: "var(--pb-hl-constant)" },
  { tag: [tags.operator, tags.compareOperator, tags.arithmeticOperator], color: "var(--pb-hl-operator)" },
  { tag: [tags.punctuation, tags.separator, tags.bracket], color: "var(--pb-hl-punctuation)" },
  { tag: [tags.meta], color: "var(--pb-hl-special)" },
]);

const STRUCTURE = EditorView.theme({
  "&": { color: "var(--pb-code-fg)", backgroundColor: "transparent", fontSize: "inherit" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "inherit", lineHeight: "inherit", overflowX: "auto" },
  ".cm-content": { padding: "var(--pb-code-pad) 0", caretColor: "var(--pb-caret)" },
  ".cm-line": { padding: "0 var(--pb-code-pad) 0 0" },
  ".cm-gutters": { backgroundColor: "var(--pb-code-bg)", color: "var(--pb-quiet)", border: "none" },
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "var(--pb-gutter)", padding: "0 .8em 0 .4em" },
  ".cm-cursor": { borderLeftColor: "var(--pb-caret)", borderLeftWidth: "2px" },
  ".cm-activeLine": { backgroundColor: "transparent" },
  "&.cm-focused .cm-activeLine": { backgroundColor: "var(--pb-active-line)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    background: "var(--pb-selection) !important",
  },
  "&.cm-focused .cm-matchingBracket": {
    backgroundColor: "transparent",
    outline: "1px solid var(--pb-quiet)",
  },
  ".cm-tooltip": {
    backgroundColor: "var(--pb-surface)",
    color: "var(--pb-fg)",
    border: "1px solid var(--pb-line)",
  },
});

/**
 * @param {EditorOptions} options
 * @returns {Editor}
 */
export function createEditor(options) {
  const view = new EditorView({
    state: EditorState.create({
      doc: options.text,
      selection: clamp(options.selection, options.text.length),
      extensions: [
        keys(options),
        python(),
        indentUnit.of("    "),
        EditorState.tabSize.of(4),
        EditorState.phrases.of({ Completions: word("code.completions") }),
        [history(), drawSelection(), lineNumbers(), highlightActiveLine(), indentOnInput()],
        [bracketMatching(), closeBrackets(), autocompletion({ activateOnTyping: false })],
        [syntaxHighlighting(COLORS), STRUCTURE],
        EditorView.contentAttributes.of({
          "aria-label": options.label,
          "aria-describedby": options.describedBy,
          tabindex: "0",
          spellcheck: "false",
          autocapitalize: "off",
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) options.onChange(update.state.doc.toString());
        }),
      ],
    }),
  });
  return {
    element: view.dom,
    getText: () => view.state.doc.toString(),
    setText: (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}

/**
 * Escape first closes an open list of completions; only then it leaves, so Tab never traps a keyboard reader.
 * @param {EditorOptions} options
 */
function keys({ onSubmit, onLeave }) {
  const run = { key: "Mod-Enter", run: handled(onSubmit) };
  const leave = { key: "Escape", run: handled(onLeave) };
  const tab = { key: "Tab", run: indentMore, shift: indentLess };
  return [
    Prec.high(keymap.of([run])),
    keymap.of([...closeBracketsKeymap, tab, leave, ...historyKeymap, ...defaultKeymap]),
  ];
}

/**
 * @param {{anchor: number, head: number}} selection
 * @param {number} length
 */
function clamp({ anchor, head }, length) {
  return { anchor: Math.min(anchor, length), head: Math.min(head, length) };
}

/**
 * A key's action; it lets no other one have the key.
 * @param {() => void} act
 */
function handled(act) {
  return () => {
    act();
    return true;
  };
}
