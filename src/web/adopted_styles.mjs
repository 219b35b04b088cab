/**
 * Lets CodeMirror's styles (the package style-mod) be adopted by the document, as it lets a shadow root adopt them. Its
 * way with documents, text in a style element, is what a strict content security policy refuses.
 */

import { readFile } from "node:fs/promises";

const ONLY_SHADOW_ROOTS = "if (!root.head && root.adoptedStyleSheets";

/** @type {import("esbuild").Plugin} */
export const adoptedStyles = {
  name: "adopted-styles",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]style-mod[\\/]src[\\/]style-mod\.js$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      if (!text.includes(ONLY_SHADOW_ROOTS))
        throw new Error(
          `${path}: expected "${ONLY_SHADOW_ROOTS}"; style-mod has changed, look at adopted_styles.mjs`,
        );
      return { contents: text.replace(ONLY_SHADOW_ROOTS, "if (root.adoptedStyleSheets") };
    });
  },
};
