import { beforeEach, describe, expect, it } from "vitest";
import type { Planner } from "../journey/planner.ts";
import { codes, plannedSample, reported, told } from "../support/office-work.ts";

let planner: Planner;

beforeEach(async () => {
  planner = await plannedSample();
});

async function named(table: "departments" | "people" | "series", name: string) {
  return (await planner.rows(table)).find((row) => row.name === name);
}

describe("saving a department, a person or a series", () => {
  it("adds a row that is not there, and changes only what is given in one that is", async () => {
    expect(reported(await planner.run("save-person", { name: "赵新", department: "质量部", title: "质量经理" }))[0]).toContain(
      "新增「赵新」",
    );
    expect(await named("people", "赵新")).toMatchObject({ active: true, title: "质量经理" });
    expect(reported(await planner.run("save-person", { name: "赵 新", email: "zhao@example.com" }))[0]).toContain("1 项");
    expect(await named("people", "赵新")).toMatchObject({ title: "质量经理", email: "zhao@example.com" });
    expect((await planner.run("save-person", { name: "赵新", title: "质量经理" })).edits).toBe(0);
  });

  it("warns of a department without a head and of people nobody knows", async () => {
    expect(codes(await planner.run("save-department", { name: "质量部" }))).toEqual(["department-without-head"]);
    expect(codes(await planner.run("save-department", { name: "质量部", head: "赵新" }))).toEqual(["person-unknown"]);
    const retired = await planner.run("save-department", { name: "质量部", head: "马俊" });
    expect(codes(retired)).toEqual(["department-without-head", "person-has-left"]);
    expect(retired.changes).toBe(1);
  });

  it("warns of a person whose department is unknown or missing, and of an address that is none", async () => {
    expect(codes(await planner.run("save-person", { name: "赵新", department: "质量部" }))).toEqual(["reference-unknown"]);
    expect(codes(await planner.run("save-person", { name: "钱新", email: "qian@" }))).toEqual(["person-without-department", "email-odd"]);
  });

  it("refuses a series whose days cannot be computed, and says in which cell", async () => {
    expect(codes(await planner.run("save-series", { name: "月会", cycle: "每月按日期", monthDay: 40 }))).toContain("series-incomplete");
    expect(await named("series", "月会")).toBeUndefined();
    const broken = await planner.run("save-series", { name: "产销协调例会", cycle: "每月按星期" });
    expect(told(broken, "series-incomplete")[0]).toMatch(/^例会!D2 /);
    expect(await named("series", "产销协调例会")).toMatchObject({ cycle: "weekly" });
  });

  it("leaves planned meetings as they are when their series changes, and says so", async () => {
    const outcome = await planner.run("save-series", { name: "产销协调例会", start: "14:00" });
    expect(reported(outcome)[1]).toMatch(/已排定的 \d 次会议不变/);
    expect((await planner.row("meetings", "CX-2026-W48-1")).start).toBe("09:30");
  });

  it("names both rows of a name that stands twice; the first counts", async () => {
    const sheet = planner.sheet("人员");
    const row = sheet.used().rows;
    sheet.setValue(row, 0, "陈 立新");
    sheet.setValue(row, 1, "财务部");
    const outcome = await planner.run("save-person", { name: "陈立新", phone: "8020-1" });
    expect(told(outcome, "row-twice")[0]).toMatch(new RegExp(`^人员!A${row + 1} 「陈 立新」有两行，第 6 行在先`));
    expect(sheet.cell(5, 4)?.value).toBe("8020-1");
    expect(codes(await planner.run("check-workbook"))).toContain("row-twice");
    await planner.run("prepare-meeting");
    const attending = (await planner.rows("attendance")).filter(({ meeting }) => meeting === "CX-2026-W48-1");
    expect(attending.find(({ name }) => name === "陈立新")).toMatchObject({ department: "销售部" });
  });
});

describe("a person who leaves", () => {
  async function ownedBy(name: string): Promise<string[]> {
    const rows = [...(await planner.rows("actions")), ...(await planner.rows("resolutions")), ...(await planner.rows("openQuestions"))];
    const isOpen = (status: unknown): boolean => !["done", "verified", "cancelled", "closed"].includes(String(status));
    return rows.filter(({ owner, status }) => String(owner ?? "").includes(name) && isOpen(status)).map(({ no }) => String(no));
  }

  it("stays in the list as having left; each open item owned is said with its cell", async () => {
    const owned = await ownedBy("孙海涛");
    expect(owned.length).toBeGreaterThan(0);
    const outcome = await planner.run("retire-person", { name: "孙海涛" });
    expect((await named("people", "孙海涛"))?.active).toBe(false);
    expect(
      told(outcome, "owner-left")
        .map((text) => /「(CX[^」]+)」/.exec(text)?.[1])
        .sort(),
    ).toEqual(owned.sort());
    expect(told(outcome, "role-to-hand-over")[0]).toMatch(/^部门!C4 「孙海涛」仍是「生产部」的授权代表/);
    expect(await ownedBy("孙海涛")).toEqual(owned);
  });

  it("hands open items over to a successor, who is written down with the date", async () => {
    const owned = await ownedBy("孙海涛");
    const outcome = await planner.run("retire-person", { name: "孙海涛", successor: "沈丽萍" });
    expect(reported(outcome)).toEqual(["「孙海涛」已标为不在职。", `名下 ${owned.length} 项未结事项已移交给「沈丽萍」。`]);
    expect(await ownedBy("孙海涛")).toEqual([]);
    const [first = ""] = owned.filter((no) => /-A\d+$/.test(no));
    expect(await planner.row("actions", first)).toMatchObject({ owner: "沈丽萍" });
    expect(String((await planner.row("actions", first)).result)).toContain("2026-11-22 责任人由 孙海涛 改为 沈丽萍");
    expect((await planner.run("retire-person", { name: "孙海涛", successor: "沈丽萍" })).edits).toBe(0);
  });

  it("is not replaced by nobody known, by somebody who left, or by themselves", async () => {
    for (const [successor, code] of [
      ["赵新", "person-unknown"],
      ["马俊", "person-has-left"],
      ["孙海涛", "successor-same"],
    ])
      expect(codes(await planner.run("retire-person", { name: "孙海涛", successor }))).toEqual([code]);
    expect((await named("people", "孙海涛"))?.active).toBe(true);
    expect(codes(await planner.run("retire-person", { name: "赵新" }))).toEqual(["person-unknown"]);
    expect(codes(await planner.run("save-person", { name: "孙海涛", active: "否" }))).toEqual(["retire-instead"]);
  });
});
