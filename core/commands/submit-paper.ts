import { foldText } from "../base/text.ts";
import { comingMeeting, findMeeting } from "../meeting/choose-meeting.ts";
import { departmentKnown, personProblems } from "../meeting/organisation.ts";
import { papersOf } from "../meeting/papers-checklist.ts";
import { calendarIn, settingsIn } from "../register/book-settings.ts";
import { Numbers } from "../register/numbers.ts";
import { Roster } from "../register/roster.ts";
import { type Decision, defineCommand } from "../run/command.ts";
import { date, flag, key, long, text, type Value } from "../tables/field.ts";
import { message, type Problem, problem } from "../words/message.ts";
import { rowByKey } from "../workbook/snapshot.ts";

/** A paper has come in, and where it lies; or it is not needed this time, with the reason. */
export const submitPaper = defineCommand({
  id: "submit-paper",
  stage: "prepare",
  title: "command-submit-paper",
  help: "help-submit-paper",
  input: {
    paper: text("资料编号或名称", "Paper no. or name", { required: true }),
    meeting: key("会议编号", "Meeting no."),
    department: text("提供部门", "Department", { suggest: { table: "departments", field: "name" } }),
    preparer: text("提供人", "Preparer", { suggest: { table: "people", field: "name" } }),
    period: text("数据期间", "Data period"),
    place: text("存放位置", "Place or link"),
    submittedOn: date("实交时间", "Submitted on"),
    waived: flag("免交", "Waived"),
    note: long("备注", "Remark"),
  },
  reads: () => ({ tables: ["papers", "meetings", "people", "departments"], documents: [] }),
  decide: (snapshot, input, context): Decision => {
    const refused = (found: Problem): Decision => ({ patch: [], report: [], problems: [found] });
    const named = rowByKey(snapshot, "papers", input.paper.trim());
    // A paper may still come in after the meeting, and be filed with it.
    const meeting = named
      ? undefined
      : input.meeting === ""
        ? comingMeeting(snapshot, "", context.today)
        : (findMeeting(snapshot, input.meeting) ?? problem("error", "meeting-unknown", { no: input.meeting }));
    if (meeting && "code" in meeting) return refused(meeting);
    const row =
      named ??
      papersOf(snapshot, meeting?.key ?? "").find(({ key, values }) => key !== "" && foldText(values.paper) === foldText(input.paper));
    if (!row && (!meeting || input.department === ""))
      return refused(problem("error", "paper-unknown", { paper: input.paper, no: meeting?.key ?? "" }));
    if (input.waived === true && input.note === "" && (row?.values.note ?? "") === "")
      return refused(problem("error", "waiver-needs-reason", { paper: row?.values.paper ?? input.paper }));
    const roster = new Roster(snapshot);
    const wasSubmitted = row?.values.status === "submitted";
    const preparer = input.preparer || row?.values.preparer || context.user.name;
    const submittedOn = input.submittedOn ?? (wasSubmitted ? row.values.submittedOn : null) ?? context.today;
    const said = (["department", "period", "place", "note"] as const).flatMap((field) =>
      input[field] === "" ? [] : [[field, input[field]] as const],
    );
    const values: Record<string, Value> = {
      ...Object.fromEntries(said),
      ...(input.waived === true ? { status: "waived", submittedOn: null } : { status: "submitted", submittedOn, preparer }),
    };
    const numbers = new Numbers(snapshot);
    const no = row?.key ?? numbers.below(meeting?.key ?? "", "P");
    const fresh = row ? {} : { no, meeting: meeting?.key ?? "", paper: input.paper.trim() };
    const problems: Problem[] = [...personProblems(roster, input.preparer), ...departmentKnown(snapshot, input.department)];
    const due = row?.values.due ?? null;
    if (input.waived !== true && due !== null && submittedOn > due) {
      const days = calendarIn(snapshot, settingsIn(snapshot)).workdaysBetween(due, submittedOn);
      problems.push(problem("note", "paper-late", { paper: row?.values.paper ?? "", days }));
    }
    return {
      patch: [
        { kind: "table", table: "papers" },
        { kind: "rows", table: "papers", rows: [{ key: no, ...(row ? { row: row.row } : {}), values: { ...fresh, ...values } }] },
        { kind: "state", entries: numbers.entries() },
      ],
      report: [message(input.waived === true ? "paper-waived" : "paper-submitted", { no, paper: row?.values.paper ?? input.paper })],
      problems,
    };
  },
});
