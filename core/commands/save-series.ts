import { isComing } from "../meeting/choose-meeting.ts";
import { seriesProblems, whereOf } from "../meeting/organisation.ts";
import { asSaved, namesTwice, rowNamed, saveNamed } from "../register/named-rows.ts";
import { defineCommand } from "../run/command.ts";
import { choice, date, flag, integer, key, text, time } from "../tables/field.ts";
import { message, problem } from "../words/message.ts";
import { rowsOf } from "../workbook/snapshot.ts";

const person = { suggest: { table: "people", field: "name" } } as const;

/** Adds a series of regular meetings, or changes what is given of it; one whose days cannot be computed is refused. */
export const saveSeries = defineCommand({
  id: "save-series",
  stage: "workbook",
  title: "command-save-series",
  help: "help-save-series",
  input: {
    name: key("例会名称", "Series", { required: true }),
    cycle: choice("cycle", "周期", "Cycle"),
    weekday: choice("weekday", "星期", "Weekday"),
    nth: integer("第几个", "Nth weekday"),
    monthDay: integer("每月几号", "Day of month"),
    from: date("起始日期", "First date"),
    start: time("开始时间", "Start"),
    minutes: integer("时长(分钟)", "Minutes"),
    place: text("地点", "Place"),
    chair: text("主持人", "Chair", person),
    recorder: text("记录人", "Recorder", person),
    departments: text("固定部门", "Standing departments"),
    holiday: choice("holidayMove", "遇非工作日", "On a non-working day"),
    active: flag("启用", "Active"),
    plant: text("工厂", "Plant"),
  },
  reads: () => ({ tables: ["series", "people", "departments", "meetings"], documents: [] }),
  decide: (snapshot, input, context) => {
    const saved = saveNamed(snapshot, "series", input, { active: true });
    const values = asSaved(snapshot, "series", saved, input.name);
    const where = whereOf(snapshot, "series", rowNamed(snapshot, "series", input.name));
    const problems = [...namesTwice(snapshot, "series"), ...seriesProblems(snapshot, values, where)];
    if (values.minutes !== null && values.minutes <= 0)
      problems.push(problem("error", "minutes-not-positive", { item: values.name }, where("minutes")));
    if (problems.some(({ severity }) => severity === "error")) return { patch: [], report: [], problems };
    // Meetings that are planned already may have been agreed with people: only move-meeting moves them.
    const planned = rowsOf(snapshot, "meetings").filter(
      (row) => isComing(row) && row.values.series === values.name && (row.values.date ?? 0) >= context.today,
    ).length;
    return {
      patch: [
        { kind: "table", table: "series" },
        { kind: "rows", table: "series", rows: saved.rows },
      ],
      report: [saved.report, ...(planned > 0 && saved.rows.length > 0 ? [message("series-has-planned", { n: planned })] : [])],
      problems,
    };
  },
});
