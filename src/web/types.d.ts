// The shapes that cross between the page, the worker and the grader's JSON. Sizes are bytes, times milliseconds.

/** One file of the runtime, as runtime-HASH.json names it. `url` is relative to the site root. */
export interface AssetEntry {
  url: string;
  bytes: number;
  sha256: string;
  /** A start does without it: the worker asks for it when a program needs it. */
  later?: true;
}

/** "packages/NAME" is the wheel of a package; "snapshot" may be missing: the start is plain then. */
export type AssetName = "worker" | "wasm" | "snapshot" | "stdlib" | "lock";

export interface RuntimeManifest {
  pyodide: string;
  assets: Record<AssetName, AssetEntry> & Record<string, AssetEntry>;
}

/** `answers` are the lines that input() reads, null the end of input; see prepbook_grader.reports.Program. */
export interface Program {
  source: string;
  filename: string;
  files: Record<string, string>;
  answers?: (string | null)[];
  seed?: number;
}

/** `before` is run first where the interpreter doesn't know the session yet. */
export interface RunRequest extends Program {
  session?: { name: string; before: Program[] };
}

export interface JudgeRequest {
  answer: string;
  files: Record<string, string>;
  tests: Record<string, string>;
  expected: string[];
  visible: string[];
  /** What tests get that draw their inputs. */
  seed?: number;
  signatures: Record<string, Record<string, string>>;
}

export interface LearnerError {
  type: string;
  message: string;
  line: number | null;
  traceback: string;
  /** In plain words; "" where the message says enough. */
  explained: string;
}

/** A value that shows itself: a picture, or HTML to keep apart from the page. */
export interface Rich {
  kind: "svg" | "html";
  data: string;
  alt: string;
}

export interface RunReport {
  outcome: "ok" | "error" | "input" | "broken";
  error: LearnerError | null;
  result: string | null;
  rich: Rich | null;
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
  /** Its inputs were drawn by the attempt's seed. */
  drawn: boolean;
}

export interface JudgeReport {
  outcome: "judged" | "unusable" | "broken";
  error: LearnerError | null;
  tests: TestReport[];
  signature: Record<string, string>;
  recognised: string | null;
}

/** "stdin" repeats an answer where the program read it. */
export type Stream = "stdout" | "stderr" | "stdin";

/** What a program may take. */
export interface Limits {
  seconds: number;
  output_kb: number;
  memory_mb: number;
}

/**
 * How a job ended. "unavailable" is always our own fault; "died" means the interpreter was lost in mid-run, `memory`
 * that the last thing it asked for was more memory than it may have; "input" that it needs one more answer.
 */
export type JobEnd =
  | { kind: "report"; report: unknown }
  | { kind: "stopped" }
  | { kind: "timeout"; seconds: number }
  | { kind: "died"; message: string; memory: boolean }
  | { kind: "input"; prompt: string }
  | { kind: "unavailable"; reason: AssetFault | "files" | "isolation" | "boot" | "broken"; message: string };

/** What was wrong with a file of the runtime: see the words "ours.assets…". */
export type AssetFault = "assets" | "assets-missing" | "assets-short" | "assets-stalled" | "assets-changed";

/** Page to worker. */
export type Order =
  | { kind: "boot"; plain: boolean }
  | { kind: "rehearse"; judges: boolean }
  | { kind: "file"; name: string; bytes: ArrayBuffer | null; message?: string }
  | { kind: "run" | "judge"; id: string; request: RunRequest | JudgeRequest; limits: Limits };

/** Worker to page. Everything after boot carries the id of the order it answers. */
export type Report =
  | { kind: "booted"; path: { mode: "snapshot" | "plain"; reason: string; ms: number } }
  | { kind: "need"; name: string }
  | { kind: "again"; id: string }
  | { kind: "boot-failed"; message: string }
  | { kind: "output"; id: string; stream: Stream; text: string }
  | { kind: "capped"; id: string }
  | { kind: "ask"; id: string; prompt: string }
  | { kind: "report"; id: string; report: unknown }
  | { kind: "died"; id: string; message: string; memory: boolean };

/** The JSON inside a section; URLs are relative to the page. */
export interface CheckData {
  payload: string;
  limits?: Limits;
}

export interface SnippetData {
  source?: string;
  filename?: string;
  files?: Record<string, string>;
  limits?: Limits;
  /** The session's id, unique in the book; blocks of the page with the same one share their variables. */
  session?: string | null;
}

export interface CodePayload {
  id: string;
  filename: string;
  starter: string;
  tests: Record<string, string>;
  expected: string[];
  /** Ids of the tests that the page shows before any attempt. */
  visible: string[];
  /** Whether a test draws its inputs by the attempt's seed. */
  drawn: boolean;
  chart: ChartPayload | null;
  signatures: Record<string, Record<string, string>>;
  files: Record<string, string>;
  feedback: Record<string, string>;
  hints: string[];
  solution: { source: string; html: string; code_html: string };
  follow_ups: { question: string; answer: string }[];
}

/** y is null where an answer gives nothing that can be drawn. */
export type CurvePoint = [x: number, y: number | null];

/** By name. */
export type Curves = Record<string, CurvePoint[]>;

/** What is drawn after Check; the texts are plain. The programs are prepbook/curves.py, plot.py and the check's chart.py. */
export interface ChartPayload {
  title: string;
  description: string;
  x: string;
  y: string;
  kind: "line" | "dots";
  program: string;
  plot: string;
  source: string;
  reference: Curves;
}

/** What prepbook/curves.py prints. */
export interface Drawing {
  fault: { expected: string; found: string } | null;
  curves: Curves;
  svg: string;
}

export interface QuizPayload {
  id: string;
  hints: string[];
  /** "" where the options' own feedback says it all. */
  solution: string;
  questions: { multiple: boolean; options: { correct: boolean; feedback: string }[] }[];
}

/** What checks that are all data share: HTML of the author's. */
export interface TaskPayload {
  id: string;
  hints: string[];
  solution: string;
}

/** Ranges are [lowest, highest], both included. */
export interface NumberPart {
  unit: string;
  answers: number[];
  accepted: [number, number][];
  right: string;
  likely: { value: number; range: [number, number]; feedback: string }[];
}

export interface NumberPayload extends TaskPayload {
  parts: NumberPart[];
}

/** In the order of the page; `place` is the right one, from 0. */
export interface OrderPayload extends TaskPayload {
  items: { place: number; feedback: string; misplaced: string }[];
}

export interface AssignedItem {
  answer: string;
  right: string;
  wrong: Record<string, string>;
  otherwise: string;
}

export interface AssignmentPayload extends TaskPayload {
  choices: Record<string, string>;
  items: AssignedItem[];
}

/** By the id of a question: the options that will do. */
export type Asks = Record<string, string[]>;

/** `why` is HTML of the author's, as in all of a placement; names, titles and questions are plain. */
export interface PlacementLevel {
  id: string;
  name: string;
  asks: Asks;
  why: string;
}

/** Its levels go from the lowest up. */
export interface PlacementDocument {
  id: string;
  title: string;
  levels: PlacementLevel[];
  silent: { when: Asks[]; why: string } | null;
}

export interface PlacementPayload extends TaskPayload {
  questions: { id: string; text: string; options: Record<string, string> }[];
  documents: PlacementDocument[];
  differences: { between: string[]; why: string }[];
}

export interface RubricExample {
  rank: "weak" | "fair" | "strong";
  html: string;
  total: number;
  scores: { title: string; level: number; why: string }[];
}

export interface RubricPayload {
  id: string;
  pass_at: number;
  examples: RubricExample[];
}

/** `checks` are those that may be drawn, by id; their url is relative to the site root. */
export interface MockPayload {
  id: string;
  title: string;
  minutes: number;
  parts: {
    title: string;
    judged: string;
    next: string;
    count: number;
    pool: string[];
    minutes?: number | null;
  }[];
  checks: Record<string, { title: string; kind: string; minutes: number; url: string }>;
}

/** Settings of a simulation's levers, by id. */
export type Settings = Record<string, number | string>;

export type Lever = { id: string; label: string; help: string } & (
  | { kind: "slider"; unit: string; min: number; max: number; step: number; default: number }
  | {
      kind: "select";
      options: { value: number | string; label: string }[];
      default: number | string;
      once: boolean;
    }
);

/** What a page knows of a simulation at once; times are minutes of the game, but `minutes` are the reader's. */
export interface SimulationGame {
  step: number;
  horizon: number;
  seed: number;
  minutes: number;
  levers: Lever[];
  goals: { id: string; label: string; digits: number; shown: string }[];
  endings: { id: string; missed: string[] }[];
  charts: { id: string; title: string; lines: Record<string, string> }[];
}

/** What prepbook/stage.py prints: a game so far. `ending` is null until it is over. */
export interface GameResult {
  minutes: number;
  outcomes: Record<string, number>;
  series: Record<string, (number | null)[]>;
  missed: string[];
  ending: string | null;
  charts: { id: string; svg: string; alt: string }[];
}

/** A play of the author's; its texts are HTML. */
export interface SimulationPlay {
  id: string;
  title: string;
  html: string;
  reference: boolean;
  ending: string;
  moves: { minute: number; settings: string[] }[];
  outcomes: { label: string; value: string; met: boolean }[];
  series: Record<string, (number | null)[]>;
}

export interface SimulationPayload {
  id: string;
  program: string;
  model: string;
  plays: SimulationPlay[];
  endings: Record<string, { title: string; html: string; good: boolean }>;
  debrief: string;
}

/** What is kept of a game. It is its seed and its moves; `result` saves playing it again to show it. */
export interface GameDraft {
  edition: string;
  seed: number;
  moves: Settings[];
  /** How many moves there were before each press, so that one can be taken back. */
  presses: number[];
  levers: Settings;
  clock: { left: number; mode: "waiting" | "running" | "held" | "off" };
  result: GameResult | null;
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
