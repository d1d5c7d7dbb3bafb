import { it } from "vitest";
import { sampleWithMinutes, sentences } from "/work/main/tests/journey/planner.ts";
it("shows", async () => {
  let t=Date.now();
  const p = await sampleWithMinutes();
  console.log("made", Date.now()-t); t=Date.now();
  const m = p.minutes();
  for (const [row] of [...m.sheet.cells]) console.log(row+1, JSON.stringify(m.line(row).filter(v=>v!==null)));
  t=Date.now();
  const r = await p.record();
  console.log("rec", Date.now()-t, r.outcome.report, sentences(r.outcome,"zh-CN"), r.outcome.preview.length);
  t=Date.now(); p.reopen(); console.log("reopen", Date.now()-t);
  const again = await p.record(); console.log(again.outcome.preview, again.outcome.edits, again.problems);
});
