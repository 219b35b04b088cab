/** Bundles what runs in the sandboxed frame, and hashes it for the policies of the frame and of the page around it. */

import { createHash } from "node:crypto";
import { build } from "esbuild";

/**
 * @param {import("esbuild").BuildOptions} common
 * @returns {Promise<{program: string, source: string}>} the text, and the policy's source expression that allows it
 */
export async function bundleFrame(common) {
  const { outputFiles = [] } = await build({
    ...common,
    entryPoints: ["engine/frame_program.js"],
    format: "iife",
    write: false,
  });
  const program = outputFiles[0]?.text.trim() ?? "";
  if (!program || /<\/|<!--/.test(program))
    throw new Error("frame_program.js: expected text that fits in HTML");
  return { program, source: `'sha256-${createHash("sha256").update(program).digest("base64")}'` };
}
