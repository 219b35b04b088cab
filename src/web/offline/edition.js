/** Questions to the list of an edition's files. Values in, values out: the page and the service worker share it. */

/** @import { Edition, EditionEntry } from "./types.js" */

/**
 * The listed file behind an address; its query doesn't matter (Material adds ?h=… to mark what was searched for).
 * @param {string} url
 * @param {URL} scope the site root
 * @param {Edition} edition
 * @returns {string | null} null for what this book didn't publish
 */
export function fileAt(url, scope, edition) {
  const { origin, pathname } = new URL(url);
  if (origin !== scope.origin || !pathname.startsWith(scope.pathname)) return null;
  const path = decode(pathname.slice(scope.pathname.length));
  const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  return Object.hasOwn(edition.files, file) ? file : null;
}

/** @param {string} path */
function decode(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * Where a file is fetched from.
 * @param {string} file
 * @param {URL} scope
 */
export function addressOf(file, scope) {
  const path = file.replace(/(^|\/)index\.html$/, "$1");
  return new URL(path.split("/").map(encodeURIComponent).join("/"), scope);
}

/**
 * The key of one state of a file: two editions share what didn't change.
 * @param {string} file
 * @param {EditionEntry} entry
 * @param {URL} scope
 */
export function keyOf(file, entry, scope) {
  const key = addressOf(file, scope);
  key.search = `?prepbook=${entry.revision.slice(0, 16)}`;
  return key.href;
}

/**
 * A visited file with all it takes to read it again and to work with it.
 * @param {string} file
 * @param {Edition} edition
 * @returns {string[]}
 */
export function withNeeds(file, edition) {
  const entry = edition.files[file];
  if (!entry) return [];
  return entry.group === "page" ? [file, ...edition.common, ...(entry.needs ?? [])] : [file];
}

/**
 * What a visit makes worth keeping: the page, what it needs, what it has loaded. Once code has run, all it takes to
 * run any: the editor, and the parts of Python that only some programs ask for.
 * @param {string} page
 * @param {string[]} loaded files
 * @param {boolean} ran
 * @param {Edition} edition
 * @returns {Set<string>}
 */
export function worthKeeping(page, loaded, ran, edition) {
  const forCode = ran ? inGroups(edition, ["tool", "runtime"]) : [];
  return new Set([...withNeeds(page, edition), ...loaded, ...forCode]);
}

/**
 * Everything an explicit "make available offline" fetches.
 * @param {Edition} edition
 */
export function wholeBook(edition) {
  return inGroups(edition, ["page", "part", "tool", "runtime"]);
}

/**
 * What to fetch of a new edition so that nothing a reader could do without a network is lost.
 * @param {Edition} edition the new one
 * @param {Edition} older
 * @param {Set<string>} held files of the older one that are kept
 * @returns {Set<string>}
 */
export function successors(edition, older, held) {
  const roles = new Set([...held].map((file) => older.files[file]?.role).filter(Boolean));
  const groups = new Set([...held].map((file) => older.files[file]?.group));
  const files = new Set([...held].flatMap((file) => withNeeds(file, edition)));
  for (const [file, { role, group }] of Object.entries(edition.files)) {
    if ((role && roles.has(role)) || (group === "tool" && groups.has("tool"))) files.add(file);
  }
  return files;
}

/**
 * @param {Edition} edition
 * @param {string[]} groups
 */
function inGroups(edition, groups) {
  return Object.keys(edition.files).filter((file) => groups.includes(edition.files[file]?.group ?? ""));
}

/**
 * @param {Iterable<string>} files
 * @param {Edition} edition
 * @returns {number} their size in bytes
 */
export function sizeOf(files, edition) {
  let bytes = 0;
  for (const file of files) bytes += edition.files[file]?.bytes ?? 0;
  return bytes;
}

/**
 * @param {Iterable<string>} files
 * @param {Edition} edition
 * @returns {string[]} those of them that are pages
 */
export function pagesAmong(files, edition) {
  return [...files].filter((file) => edition.files[file]?.group === "page");
}
