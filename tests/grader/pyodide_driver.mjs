// Runs grader requests in real Pyodide under Node, each in the same interpreter, and prints what came of them.
// node pyodide_driver.mjs LIBRARY.zip REQUESTS.json -> {"import_ms": …, "outcomes": [{"report": {}, "events": []}, …]}
import { readFileSync } from "node:fs";
import { loadPyodide } from "../../node_modules/pyodide/pyodide.mjs";

const [libraryPath, requestsPath] = process.argv.slice(2);
const pyodide = await loadPyodide({ stdout: () => {} });
pyodide.unpackArchive(new Uint8Array(readFileSync(libraryPath)), "zip", {
  extractDir: pyodide.runPython("import site; site.getsitepackages()[0]"),
});
const started = performance.now();
const grader = pyodide.pyimport("prepbook_grader");
grader.warm_up();
const importMs = performance.now() - started;

const outcomes = [];
for (const { command, request } of JSON.parse(readFileSync(requestsPath, "utf8"))) {
  const events = [];
  const begun = performance.now();
  const report = await grader[`${command}_json`](JSON.stringify(request), (event) => events.push(JSON.parse(event)));
  outcomes.push({ report: JSON.parse(report), events, ms: performance.now() - begun });
}
process.stdout.write(JSON.stringify({ import_ms: importMs, outcomes }));
