import { cpus, loadavg } from "node:os";
import { performance } from "node:perf_hooks";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { balance } from "./balance.ts";
import type { Benchmark } from "./benchmark.ts";
import { refreshes } from "./refresh.ts";

/**
 * `npm run bench`: times each benchmark, the first run cold and then warm ones, by the clock and by processor time (of all
 * threads, the collector's too), and says the memory held once garbage is collected, and the most that the process ever had.
 * Figures of other machines, or of one that is busy, differ: nothing fails here.
 */
const benchmarks: readonly Benchmark[] = [balance, ...refreshes];
const RUNS = 5;

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

for (const each of benchmarks) {
  const prepared = each.prepare();
  const input = held();
  let result: unknown;
  const runs = Array.from({ length: RUNS }, () => {
    result = undefined;
    const [clock, processor] = [performance.now(), process.cpuUsage()];
    result = each.run(prepared);
    const { user, system } = process.cpuUsage(processor);
    return `${Math.round(performance.now() - clock)} (${Math.round((user + system) / 1000)})`;
  });
  const all = held();
  console.log(each.name);
  console.log(`  milliseconds by the clock (of processor): ${runs.join(", ")}; promised ${each.promised.milliseconds}`);
  console.log(
    `  megabytes held: ${all} with the result, of it ${input} input; promised ${each.promised.megabytes}; the process had ${megabytes(process.resourceUsage().maxRSS * 1024)} at most`,
  );
  if (result === undefined) throw new Error(`${each.name} gave nothing`);
}
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "processor"}, load ${loadavg()[0]?.toFixed(1)}`);

function held(): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return megabytes(heapUsed + external);
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 2 ** 20);
}
