import { loadPyodide } from "./pyodide.mjs";

const ready = loadPyodide();
addEventListener("message", async ({ data }) => {
  const pyodide = await ready;
  let printed = "";
  pyodide.setStdout({ batched: (text) => (printed += text) });
  pyodide.runPython(data);
  postMessage(printed);
});
