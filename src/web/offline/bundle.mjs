/** Bundles the service workers. They are published at the site's root, each behind a line that the build writes. */

import { build } from "esbuild";

/**
 * @param {import("esbuild").BuildOptions} common
 * @returns {Promise<Record<string, string>>} program text by name; classic scripts, for Firefox ESR has no other
 */
export async function bundleOffline(common) {
  const { outputFiles = [] } = await build({
    ...common,
    entryPoints: { service_worker: "offline/service_worker.js", kill_switch: "offline/kill_switch.js" },
    entryNames: "[name]",
    format: "iife",
    write: false,
  });
  return Object.fromEntries(
    outputFiles.map(({ path, text }) => [/([^/\\]+)\.js$/.exec(path)?.[1] ?? path, text]),
  );
}
