import { describe, expect, it } from "vitest";
import { TrackedBook } from "../support/tracked-book.ts";

const row = (no: string, due: string) => ({ no, task: `补产 ${no}`, owner: "孙海涛", due, status: "已下达", assignedOn: "2026-11-17" });
const begun = TrackedBook.typed(
  [row("X-A1", "2026-11-20"), row("X-A2", "2026-12-01"), row("X-A3", "2027-03-01"), row("X-A4", "2027-04-01")],
  "2026-11-18",
);

/** The items that the newest minutes review, and the line below them. */
function reviewed(book: TrackedBook): { readonly items: readonly string[]; readonly below: string } {
  const minutes = book.book.sheets.filter(({ name }) => name.startsWith("会议记录 "));
  const sheet = minutes.sort((a, b) => (a.name < b.name ? -1 : 1)).at(-1) ?? expect.fail("no minutes");
  const lines = [...sheet.cells.values()].map((line) => [String(line.get(0)?.value ?? ""), String(line.get(1)?.value ?? "")] as const);
  return {
    items: lines.flatMap(([marker]) => (/^review:(.+)$/.exec(marker) ? [marker.slice("review:".length)] : [])),
    below: lines.find(([marker]) => marker === "review~")?.[1] ?? "",
  };
}

function set(book: TrackedBook, setting: string, value: string): void {
  book.run("change-settings", { items: [{ setting, value }] });
}

describe("the review of a meeting", () => {
  it("has everything that is open, unless far items are to wait; these are counted, with the first date, and come in time", () => {
    const whole = begun.copy();
    whole.run("generate-minutes");
    expect(reviewed(whole).items).toEqual(["X-A1", "X-A2", "X-A3", "X-A4"]);
    const book = begun.copy();
    set(book, "reviewDays", "20");
    book.run("generate-minutes");
    expect(reviewed(book).items).toEqual(["X-A1", "X-A2"]);
    expect(reviewed(book).below).toContain("另有 2 项远期事项未列入（最早 2027-03-01 到期");
    book.on("2027-02-20").run("generate-minutes");
    expect(reviewed(book).items).toEqual(["X-A1", "X-A2", "X-A3"]);
  });

  it("is about its own topics alone where a meeting was called for one matter, unless a company wants all", () => {
    for (const [value, items] of [
      ["topics", []],
      ["all", ["X-A1", "X-A2", "X-A3", "X-A4"]],
    ] as const) {
      const book = begun.copy();
      set(book, "adHocReview", value);
      const proposal = {
        name: "设备抢修",
        date: "2026-11-19",
        start: "08:00",
        minutes: 30,
        place: "现场",
        trigger: "urgent",
        reason: "主轴断裂",
      };
      book.run("propose-meeting", { ...proposal, proposer: "孙海涛", department: "生产部" });
      book.run("confirm-meeting", { meeting: "提议-20261119-1", chair: "周明远", recorder: "林晓彤" });
      book.run("generate-minutes");
      expect(reviewed(book).items).toEqual(items);
      book.run("record-minutes");
      expect(book.row("X-A1").carried ?? 0).toBe(items.length === 0 ? 0 : 1);
    }
  });
});
