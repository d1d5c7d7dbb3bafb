import { serial } from "../journey/planner.ts";
import { standing } from "./quarter-company.ts";
import type { Step } from "./quarter-player.ts";

type Cells = Readonly<Record<string, string | number>>;

/** A meeting from its agenda to the archive: on which day what is done, and what is typed. */
interface Course {
  readonly no: string;
  readonly held: string;
  /** The agenda is brought together and the notice sent. */
  readonly noticed: string;
  readonly recorded: string;
  readonly approved: string;
  readonly distributed?: string;
  readonly archived: string;
  /** Leave asked for before the notice. */
  readonly leave?: readonly { readonly name: string; readonly reason: string; readonly delegate?: string }[];
  /** What the sign-in sheet says of whoever did not simply arrive at nine; `null` where it says nothing. */
  readonly signed?: Readonly<Record<string, Cells | null>>;
  readonly written?: readonly Omit<Extract<Step, { minutes: string }>, "day" | "minutes">[];
  readonly isAdHoc?: boolean;
}

/** Somebody who came and signed at nine. */
export const ON_TIME = { signature: "√", arrived: "09:00" };

/** The steps of a meeting that went its whole way. */
export function course(meeting: Course): Step[] {
  const { no, held, noticed, recorded, approved, archived, distributed = approved, leave = [], signed = {}, written = [] } = meeting;
  const input = { meeting: no };
  const onLeave = leave.map(({ name }) => name);
  const signers = [...standing.filter((name) => !onLeave.includes(name)), ...Object.keys(signed).filter((name) => !isStanding(name))];
  return [
    { day: noticed, run: "prepare-meeting", input },
    ...(meeting.isAdHoc ? [] : papers(no, noticed)),
    ...leave.map((each): Step => ({ day: noticed, run: "request-leave", input: { ...input, ...each } })),
    { day: noticed, run: "send-notice", input },
    { day: held, run: "make-sign-in", input },
    ...signers.flatMap((name): Step[] => {
      const cells = name in signed ? signed[name] : ON_TIME;
      return cells ? [{ day: held, signIn: no, name, cells }] : [];
    }),
    ...onLeave.filter((name) => signed[name]).map((name): Step => ({ day: held, signIn: no, name, cells: signed[name] ?? {} })),
    { day: held, run: "record-attendance", input: { ...input, absentOthers: true } },
    { day: held, run: "generate-minutes", input },
    ...written.map((typed): Step => ({ day: held, minutes: no, ...typed })),
    { day: recorded, run: "record-minutes", input },
    { day: approved, run: "approve-minutes", input },
    { day: distributed, run: "distribute-minutes", input },
    { day: archived, run: "archive-meeting", input },
  ];
}

function isStanding(name: string): boolean {
  return standing.some((each) => each === name);
}

/** The forecast comes in; the rest is not needed each week. The first meeting's papers have days of their own. */
function papers(no: string, day: string): Step[] {
  if (no === "CX-2026-W01-1") return [];
  return [
    { day, run: "submit-paper", input: { meeting: no, paper: "销售预测", place: "共享盘", preparer: "陈立" } },
    ...[2, 3, 4, 5, 6, 7, 8, 9, 10].map(
      (n): Step => ({ day, table: "papers", key: `${no}-P${n}`, cells: { status: "免交", note: "随报表" } }),
    ),
  ];
}

/** Somebody puts a topic forward for a meeting. */
export function topic(day: string, name: string, department: string, meeting: string): Step {
  return { day, run: "propose-topic", input: { topic: name, department, meeting } };
}

export function decide(day: string, no: string, decision: string, handling = ""): Step {
  return { day, run: "decide-topics", input: { topics: [{ topic: no, decision, ...(handling === "" ? {} : { handling }) }] } };
}

/** What a recorder types behind a topic that was resolved. */
export function resolved(
  row: string,
  resolution: string,
  department: string,
  owner: string,
  due: string,
): NonNullable<Course["written"]>[number] {
  return {
    block: "topics",
    row: `${row}|`,
    cells: { discussion: "已讨论", resolution, kind: "决议", department, owner, due: serial(due) },
  };
}

/** What a recorder types behind an item of the review. */
export function review(no: string, cells: Cells): NonNullable<Course["written"]>[number] {
  return { block: "review", row: no, cells };
}
