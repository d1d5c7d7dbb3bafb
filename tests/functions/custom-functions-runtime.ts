import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createContext, runInContext } from "node:vm";
import type { CustomFunctionsApi } from "../../excel-addin/functions/custom-functions.ts";

const PACKAGE_FILE = "@microsoft/office-js/dist/custom-functions-runtime.debug.js";

/** Microsoft's own runtime, with what it keeps of the functions that it was given. */
export interface Runtime extends CustomFunctionsApi {
  readonly _association: { readonly mappings: Readonly<Record<string, (...given: unknown[]) => unknown>> };
}

/** What a cell shows after a call: a value, the rows of a range, or an error with its message. */
export type Shown = { readonly value: unknown } | { readonly error: string; readonly message: string };

/** Loads Microsoft's runtime, unchanged, into a page of its own that has just enough of a browser. */
export function openRuntime(): Runtime {
  const path = createRequire(import.meta.url).resolve(PACKAGE_FILE);
  const script = { src: `https://localhost/${path.split("/").at(-1)}`, getAttribute: () => null };
  const document = {
    readyState: "loading",
    addEventListener: () => undefined,
    getElementById: () => null,
    createElement: () => ({ setAttribute: () => undefined }),
    getElementsByTagName: (tag: string) => [tag === "script" ? script : { appendChild: () => undefined }],
  };
  const page: Record<string, unknown> = {
    document,
    console,
    performance,
    navigator: { userAgent: "Node" },
    location: { href: "https://localhost/", hash: "", search: "" },
    history: {},
    addEventListener: () => undefined,
    // Nothing that the runtime puts off is of use here: it waits for Excel.
    setTimeout: () => 0,
    clearTimeout: () => undefined,
    setInterval: () => 0,
  };
  for (const name of ["window", "self", "top", "parent"]) page[name] = page;
  runInContext(readFileSync(path, "utf8"), createContext(page), { filename: path });
  return page.CustomFunctions as Runtime;
}

/** Calls a function as the runtime does: by its upper-case name, with an invocation behind the arguments. */
export function callFunction(runtime: Runtime, id: string, given: readonly unknown[]): Shown {
  const compute = runtime._association.mappings[id.toUpperCase()];
  if (!compute) return { error: "#NAME?", message: "" };
  try {
    return { value: compute(...given, { functionName: id }) };
  } catch (thrown) {
    if (!(thrown instanceof runtime.Error)) throw thrown;
    return { error: thrown.code, message: thrown.message };
  }
}
