import type { LinearProgram, Solution } from "../../core/index.ts";

/** Seconds after which the solver gives up. */
const TIME_LIMIT = 60;

let loading: ReturnType<typeof import("highs")["default"]> | undefined;

/**
 * Solves with HiGHS. It blocks its thread meanwhile, so a page does this in a worker.
 * @returns the optimal x; `null` where there is none, or none was found in time
 * @param wasm where the solver's WebAssembly lies, for a page; Node finds it by itself
 */
export async function solveHere(program: LinearProgram, wasm?: string): Promise<Solution> {
  loading ??= import("highs").then(({ default: load }) => load(wasm === undefined ? {} : { locateFile: () => wasm }));
  const highs = await loading;
  const { cost, rowLower, rowUpper, starts, indices, values } = program;
  const size = { numCols: cost.length, numRows: rowLower.length };
  return highs.withModel(
    {
      ...size,
      colCost: cost,
      colLower: cost.map(() => 0),
      colUpper: cost.map(() => Number.POSITIVE_INFINITY),
      rowLower: rowLower.map((bound) => bound ?? Number.NEGATIVE_INFINITY),
      rowUpper: rowUpper.map((bound) => bound ?? Number.POSITIVE_INFINITY),
      matrix: { ...size, format: "csr", starts, indices, values },
    },
    (model) => {
      model.options.set({ output_flag: false, time_limit: TIME_LIMIT });
      model.run();
      return model.getModelStatus() === highs.constants.modelStatus.optimal ? [...model.getSolution().colValue] : null;
    },
  );
}
