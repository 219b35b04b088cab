// The shapes that cross between the page, the worker and the grader's JSON. Sizes are bytes, times milliseconds.

/** One file of the runtime, as runtime-HASH.json names it. `url` is relative to the site root. */
export interface AssetEntry {
  url: string;
  bytes: number;
  sha256: string;
}

export type AssetName = "worker" | "wasm" | "stdlib" | "lock" | "library";

export interface RuntimeManifest {
  pyodide: string;
  assets: Record<AssetName, AssetEntry> & Record<string, AssetEntry>;
}

/** What a sandboxed worker is handed so that it needs no request: bytes by asset name ("worker" stays outside). */
export type BootAssets = Record<string, ArrayBuffer>;

export interface RunRequest {
  source: string;
  filename: string;
  files: Record<string, string>;
}

export interface JudgeRequest {
  answer: string;
  files: Record<string, string>;
  tests: Record<string, string>;
  expected: string[];
  signatures: Record<string, Record<string, string>>;
}

export interface LearnerError {
  type: string;
  message: string;
  line: number | null;
  traceback: string;
}

export interface RunReport {
  outcome: "ok" | "error" | "broken";
  error: LearnerError | null;
  result: string | null;
}

export interface TestCase {
  input: Record<string, string>;
  expected: string;
  got: string;
}

export interface TestReport {
  id: string;
  title: string;
  outcome: "passed" | "failed" | "error";
  message: string;
  error: LearnerError | null;
  case: TestCase | null;
  output: string;
}

export interface JudgeReport {
  outcome: "judged" | "unusable" | "broken";
  error: LearnerError | null;
  tests: TestReport[];
  signature: Record<string, string>;
  recognised: string | null;
}

export type Stream = "stdout" | "stderr";

/** How a job ended. "unavailable" is always our own fault; "died" means the interpreter was lost in mid-run. */
export type JobEnd =
  | { kind: "report"; report: unknown }
  | { kind: "stopped" }
  | { kind: "timeout"; seconds: number }
  | { kind: "died"; message: string }
  | { kind: "unavailable"; reason: "assets" | "boot" | "broken"; message: string };

/** Page to worker. */
export type Order =
  | { kind: "boot"; assets: BootAssets }
  | { kind: "run" | "judge"; id: string; request: RunRequest | JudgeRequest };

/** Worker to page. Everything after boot carries the id of the order it answers. */
export type Report =
  | { kind: "booted" }
  | { kind: "boot-failed"; message: string }
  | { kind: "output"; id: string; stream: Stream; text: string }
  | { kind: "capped"; id: string }
  | { kind: "report"; id: string; report: unknown }
  | { kind: "died"; id: string; message: string };

/** The JSON inside a section; URLs are relative to the page, `limit` is the wall-clock limit in seconds. */
export interface CheckData {
  payload: string;
  limit?: number;
}

export interface SnippetData {
  source?: string;
  filename?: string;
  files?: Record<string, string>;
  limit?: number;
}

export interface CodePayload {
  id: string;
  filename: string;
  starter: string;
  tests: Record<string, string>;
  expected: string[];
  signatures: Record<string, Record<string, string>>;
  files: Record<string, string>;
  feedback: Record<string, string>;
  hints: string[];
  solution: { source: string; html: string; code_html: string };
  follow_ups: { question: string; answer: string }[];
}

export interface QuizPayload {
  id: string;
  questions: { multiple: boolean; options: { correct: boolean; feedback: string }[] }[];
}

export type VerdictName = "passed" | "failed" | "error" | "stopped" | "timeout";

export interface Verdict {
  name: VerdictName;
  passed: number;
  total: number;
  /** Ids the build expects and the report lacks. */
  missing: string[];
  /** The first failing test in the order of the build's list, with its case when it has one. */
  first: TestReport | null;
}

/** A code editor or its stand-in, seen from outside. */
export interface Editor {
  readonly element: HTMLElement;
  getText(): string;
  setText(text: string): void;
  focus(): void;
  destroy(): void;
}

export interface EditorOptions {
  text: string;
  selection: { anchor: number; head: number };
  label: string;
  describedBy: string;
  onChange(text: string): void;
  onSubmit(): void;
  onLeave(): void;
}
