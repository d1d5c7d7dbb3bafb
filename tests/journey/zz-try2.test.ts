import { it } from "vitest";
import { DeskHost } from "../../desk/host/desk-host.ts";
import { Player } from "../support/quarter-player.ts";
import { quarter } from "../support/quarter-script.ts";
import { newBook, openExcel } from "../support/office/open-excel.ts";
import { writeFileSync } from "node:fs";
class Spy { name = "x"; constructor(private i: any, private to: any[]) { this.name = i.name; }
 survey(w: any) { return this.i.survey(w); } read(s: any) { return this.i.read(s); }
 apply(e: any, w: any) { this.to.push(e); return this.i.apply(e, w); } reveal(a: any) { return this.i.reveal(a); } }
it("q", async () => {
  const A: any[] = [], B: any[] = [];
  const a = new Player((w) => new Spy(new DeskHost(w), A) as any, newBook());
  const b = new Player((w) => new Spy(openExcel(w).host, B) as any, newBook());
  await a.play(quarter.slice(0, 16)); await b.play(quarter.slice(0, 16));
  writeFileSync("/tmp/A.json", JSON.stringify(A, null, 1)); writeFileSync("/tmp/B.json", JSON.stringify(B, null, 1));
}, 300000);
