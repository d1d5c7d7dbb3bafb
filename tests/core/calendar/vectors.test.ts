import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { answer, readVectors } from "./vectors.ts";

const vectors = readVectors();
const printer = fileURLToPath(new URL("./print-answers.ts", import.meta.url));
const sha = (text: string) => createHash("sha256").update(text).digest("hex");

async function answersIn(zone: string): Promise<{ offset: number; hash: string }> {
  const run = await promisify(execFile)(process.execPath, ["--import", "tsx", printer], { env: { ...process.env, TZ: zone } });
  const { offset, answers } = JSON.parse(run.stdout);
  return { offset, hash: sha(JSON.stringify(answers)) };
}

describe("the calendar's vectors", () => {
  const answers = answer(vectors);

  it("hold twelve kinds of questions", () => expect(Object.keys(vectors)).toHaveLength(12));

  it.each(Object.keys(vectors) as (keyof typeof vectors)[])("answers every question of %s", (name) => {
    expect(answers[name]).toEqual(vectors[name]);
  });

  it("gives the same bytes in Shanghai, Los Angeles and UTC", async () => {
    const runs = await Promise.all(["Asia/Shanghai", "America/Los_Angeles", "UTC"].map(answersIn));
    expect(runs.map((run) => run.offset)).toEqual([-480, 480, 0]);
    expect(new Set(runs.map((run) => run.hash))).toEqual(new Set([sha(JSON.stringify(answers))]));
  }, 20_000);
});
