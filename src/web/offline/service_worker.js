/**
 * The book's service worker. `importScripts` of this edition's list comes first; the build writes that line.
 *
 * A file whose name holds a hash comes from the shelf; everything else from the network, and from the shelf when the
 * network fails or is slow. What isn't this book's is not touched.
 */

import { speak } from "../words.js";
import { fileAt, successors, wholeBook, worthKeeping } from "./edition.js";
import { notKept } from "./not_kept.js";
import { each } from "./receive.js";
import { clear, MismatchError, Shelf } from "./shelf.js";

/** @import { Asked, FetchEvent, LastingEvent, Told, Visited, WorkerScope } from "./types.js" */

/** The network has this long, in ms, before a kept page is shown instead. */
const PATIENCE_MS = 3000;
/** Files fetched at a time. */
const LANES = 4;

const worker = /** @type {WorkerScope} */ (/** @type {unknown} */ (self));
const scope = new URL("./", worker.location.href);
const edition = worker.prepbookEdition;
const shelf = new Shelf(scope);
if (worker.prepbookWords) speak(worker.prepbookWords);

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));
worker.addEventListener("fetch", answer);
worker.addEventListener("message", (event) => event.waitUntil(hear(event.data, event.ports[0])));

/** Aborted while the reader has turned keeping off: a tab may hold this worker long after it was unregistered. */
let keeping = new AbortController();

/**
 * @param {Asked | undefined} asked
 * @param {MessagePort} [port]
 */
async function hear(asked, port) {
  if (asked?.kind === "visited") await visited(asked, port);
  if (asked?.kind === "on") keeping = new AbortController();
  if (asked?.kind === "off") await leave(port);
}

/**
 * Keeps nothing more, not even what is on its way, and removes what there is.
 * @param {MessagePort} [port]
 */
async function leave(port) {
  keeping.abort();
  await Promise.allSettled(underway.values());
  await clear(scope);
  port?.postMessage(/** @type {Told} */ ({ kind: "off" }));
}

/**
 * A new edition first fetches what it takes to replace the one that is kept; if that fails, nothing changes and the
 * browser tries again later. It needn't wait for tabs to close: theirs stays on the shelf.
 */
async function install() {
  await shelf.writeList({ edition, tabs: null });
  await renew();
  await worker.skipWaiting();
}

async function renew() {
  const older = (await shelf.lists()).filter((listed) => listed.edition.edition !== edition.edition);
  /** @type {Set<string>} */
  const files = new Set((await shelf.isWhole()) ? wholeBook(edition) : []);
  for (const listed of older) {
    const held = await shelf.held(listed.edition);
    for (const file of successors(edition, listed.edition, held)) files.add(file);
  }
  await keepAll([...files].filter((file) => !savesData() || edition.files[file]?.group !== "runtime"));
}

function savesData() {
  return Boolean(/** @type {{connection?: {saveData?: boolean}}} */ (navigator).connection?.saveData);
}

/**
 * A tab on its first visit is left alone: it has just loaded what it needs from the network. After a deploy every tab
 * is taken over, for what it still needs may be nowhere but here.
 */
async function activate() {
  const older = (await shelf.lists()).filter((listed) => listed.edition.edition !== edition.edition);
  const tabs = (await openTabs()).map(({ id }) => id);
  for (const listed of older) {
    if (!listed.tabs) await shelf.writeList({ ...listed, tabs });
  }
  if (older.length > 0) await worker.clients.claim();
  await sweep();
  await tellAll({ kind: "edition", edition });
}

/** Removes earlier editions that no open tab needs. One without `tabs` is the next, on its way in. */
async function sweep() {
  const open = new Set((await openTabs()).map(({ id }) => id));
  const lists = await shelf.lists();
  const idle = lists.filter(({ tabs }) => tabs && !tabs.some((id) => open.has(id)));
  if (idle.length === 0) return;
  for (const listed of idle) await shelf.removeList(listed.edition.edition);
  const needed = lists.filter((listed) => !idle.includes(listed));
  await shelf.prune([edition, ...needed.map((listed) => listed.edition)]);
}

/** @param {FetchEvent} event */
function answer(event) {
  const { request } = event;
  if (request.method !== "GET" || request.headers.has("range")) return;
  const file = fileAt(request.url, scope, edition);
  if (!file) {
    if (request.url.startsWith(new URL("assets/", scope).href)) event.respondWith(fromEarlier(request));
  } else if (edition.files[file]?.fixed) event.respondWith(fromShelf(event, file));
  else event.respondWith(fromNetwork(event, file));
}

/**
 * An open tab of an earlier deploy asks for files that the host may have removed.
 * @param {Request} request
 */
async function fromEarlier(request) {
  for (const listed of await shelf.lists()) {
    const file = fileAt(request.url, scope, listed.edition);
    const kept = file && listed.edition.files[file]?.fixed && (await shelf.find(file, listed.edition));
    if (kept) return kept;
  }
  return fetch(request);
}

/**
 * @param {FetchEvent} event
 * @param {string} file
 */
async function fromShelf(event, file) {
  return (await shelf.find(file, edition)) ?? passThrough(event, file);
}

/**
 * @param {FetchEvent} event
 * @param {string} file
 */
async function fromNetwork(event, file) {
  const network = passThrough(event, file);
  const fresh = await Promise.race([network.catch(() => null), after(PATIENCE_MS)]);
  if (fresh && fresh.status < 500) return fresh;
  const kept = await shelf.find(file, edition);
  if (kept) return kept;
  try {
    return await network;
  } catch (error) {
    if (event.request.mode === "navigate") return notKept(scope);
    throw error;
  }
}

/**
 * Fetches for the page and keeps a copy.
 * @param {FetchEvent} event
 * @param {string} file
 */
async function passThrough(event, file) {
  const isPage = edition.files[file]?.group === "page";
  // A page is always asked about again, so that a host's max-age makes none stale; unchanged it costs a 304.
  const response = await fetch(event.request, isPage ? { cache: "no-cache" } : {});
  if (response.ok) event.waitUntil(keepCopy(file, response.clone()));
  return response;
}

/**
 * @param {string} file
 * @param {Response} response
 */
async function keepCopy(file, response) {
  try {
    const wanted = (await shelf.exists()) && !underway.has(file) && !(await shelf.find(file, edition));
    await (wanted ? keepOne(file, { response }) : response.body?.cancel());
  } catch (error) {
    await complain(error);
  }
}

/**
 * What a page has loaded is kept, its needs too. The list is the first answer: the page draws with it.
 * @param {Visited} data
 * @param {MessagePort} [port]
 */
async function visited({ file, urls, ran }, port) {
  port?.postMessage(/** @type {Told} */ ({ kind: "edition", edition }));
  if (keeping.signal.aborted) return;
  await once(LIST, () => shelf.writeList({ edition, tabs: null })); // Also makes anew what a reader has cleared.
  const loaded = urls.map((url) => fileAt(url, scope, edition)).filter((found) => found !== null);
  try {
    await keepAll(worthKeeping(file, loaded, ran && !savesData(), edition));
    port?.postMessage(/** @type {Told} */ ({ kind: "kept" }));
  } catch (error) {
    await complain(error);
  }
  await sweep();
}

/** @param {Iterable<string>} files */
async function keepAll(files) {
  const held = await shelf.held(edition);
  await each(
    [...files].filter((file) => !held.has(file)),
    LANES,
    (file) => keepOne(file),
  );
}

/** @type {Map<string, Promise<void>>} what is being written, by file; the edition's list has no file's name */
const underway = new Map();
const LIST = "";

/**
 * Keeps one file, once at a time. One that belongs to another edition than this is left out: the next worker's turn.
 * @param {string} file
 * @param {{response?: Response}} [options]
 */
async function keepOne(file, options) {
  try {
    await once(file, () => shelf.keep(file, edition, { ...options, signal: keeping.signal }));
  } catch (error) {
    if (keeping.signal.aborted) return;
    if (!(error instanceof MismatchError)) throw error;
    await worker.registration.update().catch(() => {});
  }
}

/**
 * @param {string} name
 * @param {() => Promise<void>} write
 */
async function once(name, write) {
  const work = underway.get(name) ?? write();
  underway.set(name, work);
  await work.finally(() => underway.delete(name));
}

/**
 * Reading goes on, whatever happens to the shelf; a reader is told of the one thing only they can mend.
 * @param {unknown} error
 */
async function complain(error) {
  if (error instanceof Error && error.name === "QuotaExceededError") await tellAll({ kind: "no-room" });
  else console.info("prepbook: not everything of this page is kept for reading offline:", error);
}

function openTabs() {
  return worker.clients.matchAll({ type: "window", includeUncontrolled: true });
}

/** @param {Told} message */
async function tellAll(message) {
  for (const tab of await openTabs()) tab.postMessage(message);
}

/**
 * @param {number} ms
 * @returns {Promise<null>}
 */
function after(ms) {
  return new Promise((resolve) => setTimeout(() => resolve(null), ms));
}
