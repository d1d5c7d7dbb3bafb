import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseIso, toIso, toSerial } from "../../core/base/plain-date.ts";
import { readDate } from "../../core/base/read-date.ts";
import { makeCalendar } from "../../core/calendar/working-calendar.ts";

const calendar = makeCalendar({ pattern: { kind: "five" }, overrides: [] });
const day = (iso: string) => parseIso(iso) ?? Number.NaN;

/** Reads as the register of a meeting on a Wednesday would, and tells the reading in a line. */
function read(value: string | number, near = "2026-11-18"): string {
  return told(readDate(value, { dateSystem: 1900, near: day(near), calendar }));
}

function told(reading: ReturnType<typeof readDate>): string {
  if (reading.kind === "unreadable") return "unreadable";
  if (reading.kind === "vague") return `${reading.class} ${reading.word}`.trim();
  const from = reading.from === undefined ? "" : `${toIso(reading.from)} to `;
  return from + toIso(reading.day) + (reading.doubt ? ` (${reading.doubt})` : "");
}

const readAs = (expected: string, values: readonly (string | number)[]) => {
  it.each(values.map((value) => [value]))(`reads %j as ${expected}`, (value) => expect(read(value)).toBe(expected));
};

describe("a whole date", () => {
  readAs("2026-11-22", [
    "2026-11-22",
    "2026/11/22",
    "2026.11.22",
    "2026。11。22",
    "2026年11月22日",
    "2026年11月22号",
    "二〇二六年十一月二十二日",
    "二○二六年十一月廿二日",
    "20261122",
    20261122,
    "261122",
    261122,
    "26.11.22",
    "26-11-22",
    "26/11/22",
    "26年11月22日",
    "２０２６－１１－２２",
    "2026／11／22",
    46348,
    46348.7,
    "46348",
    " 2026 年 11 月 22 日 ",
  ]);
  readAs("2026-01-05", ["2026-1-5", "2026/1/5", "2026.1.5", "二〇二六年一月五日"]);
  readAs("2026-11-23", [
    "2026-11-23(周一)",
    "2026-11-23 星期一",
    "2026/11/23 14:00",
    "2026-11-23T14:00:30",
    "2026-11-23（周一）14：00-16：00",
    "2026-11-23 9:30 AM",
    "2026-11-23 14:00 周一",
    "2026年11月23日14点半",
  ]);
  readAs("unreadable", [
    "2026-02-30",
    "22/11/2026",
    "2026-11/22",
    "2026-11",
    2026,
    25,
    60,
    11.22,
    -3,
    Number.NaN,
    200_000.5,
    "39448",
    "11.2315:00",
    "2026-11-22 25:00",
  ]);

  it("is told to disagree with the weekday beside it", () => {
    expect(read("2026-11-23(周二)")).toBe("2026-11-23 (weekday-differs)");
  });

  it("is read from serials of either date system", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: day("1940-01-01"), max: day("2170-01-01") }),
        fc.constantFrom(1900 as const, 1904 as const),
        (value, dateSystem) => {
          expect(readDate(toSerial(value, dateSystem), { dateSystem })).toEqual({ kind: "day", day: value });
        },
      ),
    );
  });

  it("comes back from every way of writing it", () => {
    const ways = [
      (y: string, m: string, d: string) => `${y}-${m}-${d}`,
      (y: string, m: string, d: string) => `${y}年${+m}月${+d}日`,
      (y: string, m: string, d: string) => y + m + d,
      (y: string, m: string, d: string) => `${y.slice(2)}.${+m}.${+d}`,
    ];
    fc.assert(
      fc.property(fc.integer({ min: day("2000-01-01"), max: day("2099-12-31") }), fc.constantFrom(...ways), (value, write) => {
        const [y = "", m = "", d = ""] = toIso(value).split("-");
        expect(readDate(write(y, m, d), { dateSystem: 1900 })).toEqual({ kind: "day", day: value });
      }),
    );
  });
});

describe("a date without year", () => {
  readAs("2026-11-22", [
    "11月22日",
    "11月22号",
    "11/22",
    "11.22",
    "11-22",
    "1122",
    1122,
    "十一月二十二日",
    "11月22日前",
    "11.22以前",
    "22日前",
    "22号",
    "22日之前",
  ]);
  readAs("2026-11-23", ["11月23日（星期一）", "11月23日下午", "11.23上午9:30"]);
  readAs("2026-12-05", ["5号", "5日前"]);
  readAs("unreadable", ["13-40", "2/29", "31号"]);

  it("lies in the next January when the meeting is in December, in the last December when in January", () => {
    expect([read("1月5日", "2026-12-28"), read("12/28", "2027-01-05")]).toEqual(["2027-01-05", "2026-12-28"]);
  });

  it("lies at most 90 days back, else ahead", () => {
    expect([read("8-20"), read("8-19")]).toEqual(["2026-08-20", "2027-08-19"]);
  });

  it("is unreadable without a meeting", () => {
    for (const text of ["11月22日", "22号", "周五", "今天"]) expect(told(readDate(text, { dateSystem: 1900 }))).toBe("unreadable");
  });
});

describe("a range", () => {
  readAs("2026-11-22 to 2026-11-25", [
    "11/22-11/25",
    "11月22日至25日",
    "11.22~25",
    "2026/11/22-2026/11/25",
    "2026-11-22至2026-11-25",
    "11/22(周日)-11/25(周三)",
    "11月22-25日前",
  ]);
  readAs("2026-11-22 to 2026-12-03", ["11月22日—12月3日"]);
  readAs("2026-12-28 to 2027-01-03", ["12.28～1.3"]);
  readAs("unreadable", ["2026-11-25至2026-11-22", "11/22至长期", "待定~25"]);
});

describe("a relative day", () => {
  readAs("2026-11-18", ["今天", "今日", "当日", "当天", "今天下班前", "今日内", "EOD", "47周周三"]);
  readAs("2026-11-19", ["明天", "明日", "次日", "明天下班前", "一个工作日内", "下一工作日", "次一工作日"]);
  readAs("2026-11-20", [
    "后天",
    "周五",
    "星期五",
    "礼拜五",
    "本周五",
    "这周五",
    "周五前",
    "周五下班前",
    "周五17:30前",
    "本周内",
    "本周",
    "这周",
    "周内",
    "本周末",
    "本周底",
    "W47",
    "WK47",
    "Week 47",
    "第47周",
    "47周",
    "2026W47",
    "26W47",
    "2026-W47",
    "W47周五",
    "中旬",
  ]);
  readAs("2026-11-21", ["大后天", "3天内", "三日内", "3天后"]);
  readAs("2026-11-23", ["3个工作日", "三个工作日内", "T+3", "D+5", "下周一前"]);
  readAs("2026-11-25", ["一周内", "7天", "五个工作日内"]);
  readAs("2026-11-27", ["下周五", "下星期五", "下礼拜五", "下周5", "下周", "下周内", "下周内完成"]);
  readAs("2026-11-30", ["下下周一", "月底", "月底前", "本月底", "11月底", "月末", "本月内", "当月完成", "下旬"]);
  readAs("2026-11-13", ["上周五"]);
  readAs("2026-12-02", ["两周内"]);
  readAs("2026-12-05", ["下月5日", "次月5号", "下个月5号"]);
  readAs("2026-12-10", ["12月初", "下月初", "12月上旬"]);
  readAs("2026-12-20", ["12月中旬"]);
  readAs("2026-12-31", [
    "12月下旬",
    "下月底",
    "季度末",
    "Q4末",
    "四季度内",
    "2026Q4",
    "本季度",
    "年底",
    "年底前",
    "年内",
    "年末",
    "2026年底",
  ]);
  readAs("unreadable", ["3天前", "下周前", "年前", "10周内", "3周", "月初", "月中", "春节前", "下次会议前", "N+2", "W54"]);

  it("takes a bare weekday that is past a week later, and says so", () => {
    expect([read("周一"), read("本周一")]).toEqual(["2026-11-23 (weekday-passed)", "2026-11-16"]);
  });

  it("ends weeks and months on a make-up day where that is the last one worked", () => {
    expect([read("本周", "2026-02-25"), read("本月底", "2026-02-25"), read("3个工作日内", "2026-02-25")]).toEqual([
      "2026-02-28",
      "2026-02-28",
      "2026-02-28",
    ]);
  });

  it("has no last working day in a week without one, or without a calendar", () => {
    expect(read("本周", "2026-02-18")).toBe("unreadable");
    for (const text of ["月底", "3个工作日", "W47"])
      expect(readDate(text, { dateSystem: 1900, near: 20775 })).toEqual({ kind: "unreadable" });
  });

  it("finds the week or quarter of the next year when that is nearer", () => {
    expect([read("W02周一", "2026-12-28"), read("Q1", "2026-12-28")]).toEqual(["2027-01-11", "2027-03-31"]);
  });
});

describe("words that are no date", () => {
  const words = {
    urgent: "ASAP 尽快 尽早 马上 立即 立刻 即刻 急 加急 火急 第一时间 抓紧 尽快完成",
    ongoing: "长期 持续 常态化 日常 每天 每日 每周 每月 每周五 持续跟进 长期执行 例行 随时",
    pending: "待定 TBD 未定 另定 另行通知 待确认 待通知 再议 视情况 暂定 TBC 待讨论 ? ？",
    empty: '- -- — / \\ 无 N/A na #N/A ""',
    ditto: "同上 〃 ″",
  };
  for (const [name, list] of Object.entries(words)) {
    it.each(list.split(" "))(`says that %s is ${name}`, (word) => {
      const reading = readDate(word, { dateSystem: 1900 });
      expect(reading).toMatchObject({ kind: "vague", class: name });
    });
  }

  it("takes blanks for empty", () => expect(["", "  ", " ".repeat(50)].map((text) => read(text))).toEqual(["empty", "empty", "empty"]));

  it("answers any text and number without failing, and long remarks at once", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double()), (value) => {
        const reading = readDate(value, { dateSystem: 1900, near: day("2026-11-18"), calendar });
        expect(reading.kind !== "day" || Number.isInteger(reading.day)).toBe(true);
      }),
    );
    expect(read(`1${" ".repeat(32_000)}x`)).toBe("unreadable");
  });
});
