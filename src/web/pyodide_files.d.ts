// Pyodide ships its two modules without types under these names; the types are those of its main entry.
declare module "pyodide/pyodide.mjs" {
  export { loadPyodide } from "pyodide";
}
declare module "pyodide/pyodide.asm.mjs" {
  const createPyodideModule: NonNullable<
    NonNullable<Parameters<typeof import("pyodide").loadPyodide>[0]>["createPyodideModule"]
  >;
  export default createPyodideModule;
}
