import wasm from "highs/runtime?url";
import type { LinearProgram } from "../../core/index.ts";
import { solveHere } from "./solve.ts";

// The solver blocks its thread: this one is its own. Asked once, it answers once.
self.onmessage = async ({ data }: MessageEvent<LinearProgram>) => self.postMessage(await solveHere(data, wasm));
