/** Small texts of the book, each fetched once per visit. */

/** No answer for this long, in ms, and a fetch counts as failed. */
const LIMIT_MS = 20_000;

/** @type {Map<string, Promise<string>>} */
const texts = new Map();

/**
 * @param {URL} url
 * @returns {Promise<string>} rejects with the file's name when it can't be had; the next call tries again
 */
export function fetchText(url) {
  const known = texts.get(url.href);
  if (known) return known;
  const fresh = load(url);
  texts.set(url.href, fresh);
  fresh.catch(() => texts.delete(url.href));
  return fresh;
}

/**
 * @param {Record<string, string>} files URLs by file name
 * @param {URL | string} base what they are relative to
 * @returns {Promise<Record<string, string>>} contents by file name
 */
export async function fetchFiles(files, base) {
  const pairs = Object.entries(files).map(async ([name, url]) => [name, await fetchText(new URL(url, base))]);
  return Object.fromEntries(await Promise.all(pairs));
}

/**
 * The second attempt passes by the browser's cache, which may hold what was wrong with the first.
 * @param {URL} url
 */
async function load(url) {
  try {
    return await read(url, "default");
  } catch {
    return read(url, "reload");
  }
}

/**
 * @param {URL} url
 * @param {RequestCache} cache
 */
async function read(url, cache) {
  const response = await fetch(url, { signal: AbortSignal.timeout(LIMIT_MS), cache });
  if (!response.ok) throw new Error(`${url.pathname}: HTTP ${response.status}`);
  return response.text();
}
