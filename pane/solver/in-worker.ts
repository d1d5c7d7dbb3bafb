import type { LinearProgram, Solution } from "../../core/index.ts";

/** Solves in a worker, so that the pane stays quick; giving up ends the worker. @throws where the solver cannot be loaded */
export function solveInWorker(program: LinearProgram, signal: AbortSignal): Promise<Solution> {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  const answer = new Promise<Solution>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Solution>) => resolve(data);
    worker.onerror = (event) => reject(new Error(event.message));
    signal.addEventListener("abort", () => reject(signal.reason));
    worker.postMessage(program);
  });
  return answer.finally(() => worker.terminate());
}
