/** Bundles the page's side into src/prepbook/static/: content-hashed files and manifest.json, which names them. */

import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFile, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { adoptedStyles } from "./adopted_styles.mjs";
import { bundleFrame } from "./frame.mjs";
import { bundleOffline } from "./offline/bundle.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "../prepbook/static");
/** Wheels of the Python packages that every page has, and their lock: see prepbook/runtime/library.py. */
const library = process.argv[2] ?? "";
const scratch = await mkdtemp(join(tmpdir(), "prepbook-"));
const require = createRequire(import.meta.url);

const common = /** @type {const} */ ({
  absWorkingDir: here,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  outdir: out,
  metafile: true,
  legalComments: "none",
  logLevel: "warning",
});

/**
 * The page's script, and beside it the chunks it imports on demand (the editor).
 * @param {object} frame
 */
async function bundlePage(frame) {
  const { metafile } = await build({
    ...common,
    entryPoints: { main: "main.js" },
    splitting: true,
    entryNames: "[name]-[hash]",
    chunkNames: "chunk-[name]-[hash]",
    define: { FRAME: JSON.stringify(frame) },
    plugins: [adoptedStyles],
  });
  return outputs(metafile);
}

/**
 * One classic script without imports, for it starts where nothing can be fetched: see engine/frame_program.js. Pyodide
 * looks for importScripts to refuse such workers, since it can't import modules there; it has none to import here.
 */
async function bundleWorker() {
  const { metafile } = await build({
    ...common,
    entryPoints: { worker: "worker/worker.js" },
    entryNames: "[name]-[hash]",
    format: "iife",
    define: { "globalThis.importScripts": "undefined", "import.meta.url": '""' },
    external: ["node:*", "ws"],
  });
  return outputs(metafile);
}

async function bundleStyle() {
  const { metafile } = await build({
    ...common,
    entryPoints: { style: "style/index.css" },
    entryNames: "[name]-[hash]",
  });
  return outputs(metafile);
}

/** @param {import("esbuild").Metafile} metafile */
function outputs(metafile) {
  return Object.entries(metafile.outputs).map(([path, { entryPoint, imports }]) => ({
    file: basename(path),
    entryPoint,
    needs: imports.filter(({ kind }) => kind === "import-statement").map((other) => basename(other.path)),
  }));
}

/**
 * Copies a file under a name that holds its hash.
 * @param {string} path
 */
async function publish(path) {
  const bytes = await readFile(path);
  const name = basename(path);
  const extension = extname(name);
  const file = `${basename(name, extension)}-${sha256(bytes).slice(0, 12)}${extension}`;
  await writeFile(join(out, file), bytes);
  return describe(file);
}

/**
 * Makes the compiled standard library and the memory snapshot that belongs to it, of Pyodide and the Python packages
 * in `library`.
 */
async function makeRuntime() {
  const meta = join(scratch, "meta.json");
  const stdlib = join(scratch, "stdlib.zip");
  const snapshot = join(scratch, "snapshot.bin");
  const options = { library, "stdlib-out": stdlib, "snapshot-out": snapshot, "meta-out": meta };
  const flags = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  await promisify(execFile)(process.execPath, [join(here, "runtime/build_snapshot.mjs"), ...flags]);
  return { stdlib: await publish(stdlib), snapshot: await publish(snapshot) };
}

/** The faces that the offline book is set in; pages use the reader's own. See prepbook/pdf/fonts.py. */
const FONTS = ["source-serif-4", "source-sans-3", "fira-code", "dejavu-sans", "dejavu-mono"];
const FONT_FILE = /-(latin|latin-ext|greek|symbols2)-(400|600)-(normal|italic)\.woff2$/;

/** @param {string} name of a @fontsource package */
async function copyFonts(name) {
  const from = join(dirname(require.resolve(`@fontsource/${name}/package.json`)), "files");
  const files = (await readdir(from)).filter((file) => FONT_FILE.test(file));
  await Promise.all(files.map((file) => copyFile(join(from, file), join(out, "fonts", file))));
}

/** @param {string} file */
async function describe(file) {
  const bytes = await readFile(join(out, file));
  return { file, bytes: bytes.length, sha256: sha256(bytes) };
}

/** @param {Buffer} bytes */
function sha256(bytes) {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Every text that the page's scripts say, by its key: what catalogs translate. See prepbook/words. */
async function readWords() {
  const files = await readdir(here, { recursive: true });
  const modules = files.filter((file) => /(?:^|[/_])words\.js$/.test(file)).sort();
  for (const file of modules) await import(join(here, file)); // in order, so that catalogs keep theirs
  const { allWords } = await import("./words.js");
  return allWords();
}

/** Leaves the folder itself, for a stamp of the build scripts may lie in it. */
async function empty() {
  await mkdir(out, { recursive: true });
  const names = (await readdir(out)).filter((name) => !name.startsWith("."));
  await Promise.all(names.map((name) => rm(join(out, name), { recursive: true })));
}

await empty();
await mkdir(join(out, "fonts"));
await Promise.all(FONTS.map(copyFonts));
const frame = await bundleFrame(common);
const [page, worker, style] = await Promise.all([bundlePage(frame), bundleWorker(), bundleStyle()]);
const entry = page.find(({ entryPoint }) => entryPoint === "main.js");
const chunks = page.filter((output) => output !== entry);
const { version } = JSON.parse(await readFile(require.resolve("pyodide/package.json"), "utf8"));
const manifest = {
  main: await describe(entry?.file ?? ""),
  // What the page's script shares with the chunks it loads on demand: it can't start without.
  shared: entry?.needs ?? [],
  chunks: await Promise.all(chunks.map(({ file }) => describe(file))),
  style: await describe(style[0]?.file ?? ""),
  frame, // the pages' policy names its source
  worker: await describe(worker[0]?.file ?? ""),
  pyodide: {
    version,
    wasm: await publish(require.resolve("pyodide/pyodide.asm.wasm")),
    lock: await publish(join(library, "pyodide-lock.json")),
    ...(await makeRuntime()),
  },
};
await writeFile(join(out, "words.json"), JSON.stringify(await readWords()));
await writeFile(join(out, "offline.json"), JSON.stringify(await bundleOffline(common)));
await writeFile(join(out, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
await cp(join(library, "wheels"), join(out, "wheels"), { recursive: true });
await rm(scratch, { recursive: true });
