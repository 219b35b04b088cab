// What the build lists for reading without a network, and what pages and the service worker say to each other.

/** "tool": scripts the page loads when a reader works with code. "other": never fetched unasked (maps, language packs). */
export type Group = "page" | "part" | "tool" | "runtime" | "other";

/** One file of the site; its path from the site root is its key. */
export interface EditionEntry {
  /** Of a page: what its own `revision` attribute says. Of any other file: SHA-256 of its bytes, hexadecimal. */
  revision: string;
  bytes: number;
  group: Group;
  /** Its name changes with its content, so that a kept copy is never old. */
  fixed?: boolean;
  /** Of a page: the files it can't be read or worked without, beyond the edition's `common` ones. */
  needs?: string[];
  /** Of a runtime file: its name in the runtime's manifest, by which a later edition's successor is found. */
  role?: string;
}

export interface Edition {
  edition: string;
  /** What every page needs. */
  common: string[];
  files: Record<string, EditionEntry>;
}

/** Page to service worker, with a port for the answers. */
export interface Visited {
  kind: "visited";
  file: string;
  /** What the page has loaded since the last time. */
  urls: string[];
  /** Whether code has run, on any page of this visit. */
  ran: boolean;
}

/** Page to service worker: a visit, or that the reader turned keeping off (answered when all is gone) or on again. */
export type Asked = Visited | { kind: "off" } | { kind: "on" };

/** Service worker to page: an Edition first ("edition", also unasked, after a deploy), then how keeping went. */
export type Told =
  | { kind: "edition"; edition: Edition }
  | { kind: "kept" }
  | { kind: "no-room" }
  | { kind: "off" };

/** The parts of the service worker's global scope that are used; TypeScript's own lib clashes with the page's. */
export interface WorkerScope {
  prepbookEdition: Edition;
  /** What it says, in a book that isn't in English. */
  prepbookWords?: unknown;
  location: Location;
  registration: ServiceWorkerRegistration;
  clients: { matchAll(options: object): Promise<WorkerClient[]>; claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(kind: "install" | "activate", listener: (event: LastingEvent) => void): void;
  addEventListener(kind: "fetch", listener: (event: FetchEvent) => void): void;
  addEventListener(kind: "message", listener: (event: LastingEvent & MessageEvent) => void): void;
}

export interface WorkerClient {
  id: string;
  postMessage(message: unknown): void;
}

export interface LastingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

export interface FetchEvent extends LastingEvent {
  request: Request;
  respondWith(response: Promise<Response>): void;
}
