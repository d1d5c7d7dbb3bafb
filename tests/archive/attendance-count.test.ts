import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countAttendance } from "../../core/archive/attendance-count.ts";
import type { AttendancePoints } from "../../core/register/book-settings.ts";
import type { Snapshot } from "../../core/workbook/snapshot.ts";

const POINTS: AttendancePoints = { isOn: true, onTime: 1, late: 1, lateLong: 10, veryLate: 2, leftEarly: 1, leave: 1, absent: 5 };
const DAYS = 10;

const row = fc.record({
  meeting: fc.constantFrom("M0", "M1", "M2", "M3"),
  name: fc.constantFrom("张三", "李四", "王五", "Ｚhao"),
  department: fc.constantFrom("销售部", "生产部", ""),
  kind: fc.constantFrom("standing", "temporary", "observer"),
  status: fc.constantFrom("expected", "present", "late", "leftEarly", "leave", "absent", ""),
  lateMinutes: fc.option(fc.nat(20)),
  noticeGiven: fc.option(fc.boolean()),
  delegate: fc.constantFrom("", "李四", "外人"),
});
const states = fc.tuple(...Array.from({ length: 4 }, () => fc.constantFrom("planned", "recorded", "archived", "cancelled")));
type Row = typeof row extends fc.Arbitrary<infer R> ? R : never;

function snapshotWith(rows: readonly Row[], meetings: readonly string[]): Snapshot {
  const tables = new Map<string, unknown>([
    ["attendance", { rows: rows.map((values, at) => ({ key: `S${at}`, values, raw: {}, row: at + 1 })) }],
    ["meetings", { rows: meetings.map((state, at) => ({ key: `M${at}`, values: { state, date: at * DAYS }, raw: {}, row: at + 1 })) }],
  ]);
  return { tables } as unknown as Snapshot;
}

/** The rules again, said one person and one number at a time. */
function expectedOf(rows: readonly Row[], meetings: readonly string[], until: number) {
  const isHeld = (no: string): boolean =>
    ["recorded", "archived"].includes(meetings[Number(no.slice(1))] ?? "") && Number(no.slice(1)) * DAYS <= until;
  const counted = rows.filter(({ meeting, kind }) => isHeld(meeting) && kind !== "observer");
  const own = counted.filter((each, at) => counted.findIndex((other) => other.meeting === each.meeting && other.name === each.name) === at);
  const came = (each: Row): boolean => {
    const delegate = rows.find((other) => other.meeting === each.meeting && other.name === each.delegate);
    return each.delegate !== "" && !["leave", "absent"].includes(delegate?.status ?? "");
  };
  const has =
    (...statuses: string[]) =>
    (each: Row): boolean =>
      statuses.includes(each.status);
  return (name: string, department: string) => {
    const mine = own.filter((each) => each.name === name && each.department === department);
    const count = (test: (each: Row) => boolean): number => mine.filter(test).length;
    const isThere = has("present", "late", "leftEarly");
    const isLate = (each: Row): boolean => isThere(each) && (each.status === "late" || (each.lateMinutes ?? 0) > 0);
    const isVeryLate = (each: Row): boolean => isLate(each) && (each.lateMinutes ?? 0) > 10;
    const onTime = (each: Row): boolean => isThere(each) && !isLate(each) && each.status !== "leftEarly";
    const badLeave = (each: Row): boolean => each.status === "leave" && !(came(each) && each.noticeGiven !== false);
    return {
      expected: count(has("present", "late", "leftEarly", "leave", "absent")),
      present: count(isThere),
      byDelegate: count((each) => has("leave", "absent")(each) && came(each)),
      late: count(isLate),
      leftEarly: count(has("leftEarly")),
      leave: count(has("leave")),
      absent: count(has("absent")),
      unrecorded: count(has("expected", "")),
      points: count(onTime) - count(isLate) - count(isVeryLate) - count(has("leftEarly")) - count(badLeave) - 5 * count(has("absent")),
    };
  };
}

describe("attendance over a period", () => {
  it("counts what the rules say, for every person in every department", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 25 }), states, fc.nat(3 * DAYS), (rows, meetings, until) => {
        const wanted = expectedOf(rows, meetings, until);
        const { people } = countAttendance(snapshotWith(rows, meetings), 0, until, POINTS);
        for (const { name, department, ...counts } of people) expect(counts).toEqual(wanted(name, department));
        const all = (field: "expected" | "unrecorded"): number => people.reduce((sum, person) => sum + person[field], 0);
        const pairs = new Set(rows.map(({ name, department }) => `${name}\t${department}`));
        const total = [...pairs].map((pair) => wanted(...(pair.split("\t") as [string, string])));
        expect(all("expected")).toBe(total.reduce((sum, { expected }) => sum + expected, 0));
        expect(all("unrecorded")).toBe(total.reduce((sum, { unrecorded }) => sum + unrecorded, 0));
      }),
      { numRuns: 300 },
    );
  });
});
