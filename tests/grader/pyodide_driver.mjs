// Runs grader requests, and the grader's own tests, in real Pyodide under Node, with the wheels of a built site.
// node pyodide_driver.mjs LOCK.json REQUESTS.json TESTS SUITE.py
//   -> {"outcomes": [{"report": {}, "events": []}, …], "suite": what SUITE.py's run() returns}
import { readdirSync, readFileSync } from "node:fs";
import { loadPyodide } from "../../node_modules/pyodide/pyodide.mjs";

const [lock, requestsPath, tests, suite] = process.argv.slice(2);

/** A fresh Python with the grader, and what it needs, installed from the site's lock. */
async function start() {
  const pyodide = await loadPyodide({ lockFileURL: lock, stdout: () => {} });
  const problems = [];
  const options = { messageCallback: () => {}, errorCallback: (text) => problems.push(text) };
  await pyodide.loadPackage("prepbook-grader", options);
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return pyodide;
}

async function answerRequests() {
  const grader = (await start()).pyimport("prepbook_grader");
  const outcomes = [];
  for (const { command, request } of JSON.parse(readFileSync(requestsPath, "utf8"))) {
    const events = [];
    const emit = (event) => events.push(JSON.parse(event));
    const report = await grader[`${command}_json`](JSON.stringify(request), emit);
    outcomes.push({ report: JSON.parse(report), events });
  }
  return outcomes;
}

async function runSuite() {
  const pyodide = await start();
  pyodide.FS.mkdirTree("/suite/tests/grader");
  for (const name of readdirSync(tests).filter((name) => name.endsWith(".py")))
    pyodide.FS.writeFile(`/suite/tests/grader/${name}`, readFileSync(`${tests}/${name}`));
  pyodide.FS.writeFile("/suite/suite.py", readFileSync(suite));
  return JSON.parse(pyodide.runPython("import sys; sys.path.insert(0, '/suite'); import suite; suite.run('/suite')"));
}

process.stdout.write(JSON.stringify({ outcomes: await answerRequests(), suite: await runSuite() }));
