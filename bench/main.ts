import { cpus } from "node:os";
import { performance } from "node:perf_hooks";
import { balance } from "./balance.ts";
import type { Benchmark } from "./benchmark.ts";

/**
 * `npm run bench`: times each benchmark, the first run cold and then warm ones, and says the memory that the process held
 * at the most, input included. Figures of other machines, or of one that is busy, differ: nothing fails here.
 */
const benchmarks: readonly Benchmark[] = [balance];
const RUNS = 5;

for (const each of benchmarks) {
  const prepared = each.prepare();
  const inputs = megabytes(process.memoryUsage().rss);
  const times = Array.from({ length: RUNS }, () => {
    const began = performance.now();
    each.run(prepared);
    return performance.now() - began;
  });
  const [first = 0, ...later] = times;
  console.log(each.name);
  console.log(`  first run ${round(first)} ms, then ${later.map(round).join(", ")} ms (promised ${each.promised.milliseconds} ms)`);
  console.log(
    `  memory at most ${megabytes(process.resourceUsage().maxRSS * 1024)} MB, of it ${inputs} MB before the first run (promised ${each.promised.megabytes} MB)`,
  );
}
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "processor"}`);

function megabytes(bytes: number): number {
  return Math.round(bytes / 2 ** 20);
}

function round(milliseconds: number): number {
  return Math.round(milliseconds);
}
