import { serial } from "../journey/planner.ts";
import { departments, people, series, standing } from "./quarter-company.ts";
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

const ON_TIME = { signature: "√", arrived: "09:00" };

function course(meeting: Course): Step[] {
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
    ...[2, 3, 4, 5, 6, 7, 8, 9, 10].map((n): Step => ({ day, table: "papers", key: `${no}-P${n}`, cells: { status: "免交", note: "随报表" } })),
  ];
}

function topic(day: string, name: string, department: string, meeting: string): Step {
  return { day, run: "propose-topic", input: { topic: name, department, meeting } };
}

function decide(day: string, no: string, decision: string, handling = ""): Step {
  return { day, run: "decide-topics", input: { topics: [{ topic: no, decision, ...(handling === "" ? {} : { handling }) }] } };
}

function resolved(row: string, resolution: string, department: string, owner: string, due: string): NonNullable<Course["written"]>[number] {
  return { block: "topics", row: `${row}|`, cells: { discussion: "已讨论", resolution, kind: "决议", department, owner, due: serial(due) } };
}

function review(no: string, cells: Cells): NonNullable<Course["written"]>[number] {
  return { block: "review", row: no, cells };
}

const founding: Step[] = [
  { day: "2025-12-29", run: "set-up-workbook", input: { company: "江南泵业", organiser: "运营管理部" } },
  { day: "2025-12-29", run: "change-settings", input: { items: [{ setting: "spareRows", value: "20" }] } },
  ...people.slice(0, 2).map((input): Step => ({ day: "2025-12-29", run: "save-person", input })),
  ...people.slice(2).map((cells): Step => ({ day: "2025-12-29", table: "people", cells })),
  ...departments.map((input): Step => ({ day: "2025-12-29", run: "save-department", input })),
  { day: "2025-12-29", run: "save-series", input: series },
  { day: "2025-12-29", run: "plan-meetings", input: { from: "2026-01-01", until: "2026-03-31" } },
];

/** January: the first meeting is moved by New Year, a topic is deferred twice, a meeting is called off. */
const january: Step[] = [
  topic("2025-12-30", "年前备料", "采购部", "CX-2026-W01-1"),
  decide("2025-12-30", "CX-2026-W01-1-T1", "上会"),
  ...course({
    no: "CX-2026-W01-1",
    noticed: "2025-12-30",
    held: "2026-01-04",
    recorded: "2026-01-05",
    approved: "2026-01-05",
    archived: "2026-01-06",
    written: [
      resolved("CX-2026-W01-1-T1", "备足泵体毛坯 600 件", "采购部", "钱敏", "2026-01-15"),
      { block: "actions", cells: { task: "提交毛坯到货计划 1 份", department: "采购部", owner: "钱敏", due: serial("2026-01-08") } },
    ],
  }),
  { day: "2025-12-31", run: "submit-paper", input: { meeting: "CX-2026-W01-1", paper: "销售预测", place: "共享盘", preparer: "陈立" } },
  { day: "2026-01-04", run: "submit-paper", input: { meeting: "CX-2026-W01-1", paper: "订单状况", place: "共享盘", preparer: "何佳" } },

  topic("2026-01-07", "新品切换", "研发部", "CX-2026-W02-1"),
  topic("2026-01-07", "一月交付", "销售部", "CX-2026-W02-1"),
  decide("2026-01-07", "CX-2026-W02-1-T1", "暂缓", "样机未到"),
  decide("2026-01-07", "CX-2026-W02-1-T2", "上会"),
  ...course({
    no: "CX-2026-W02-1",
    noticed: "2026-01-08",
    held: "2026-01-09",
    recorded: "2026-01-12",
    approved: "2026-01-12",
    archived: "2026-01-13",
    leave: [{ name: "陈立", reason: "出差", delegate: "何佳" }],
    signed: { 何佳: ON_TIME },
    written: [
      resolved("CX-2026-W02-1-T2", "补发延误订单 12 单", "销售部", "陈立", "2026-01-16"),
      review("CX-2026-W01-1-R1", { status: "完成", result: "已到 600 件" }),
      review("CX-2026-W01-1-A1", { status: "完成" }),
    ],
  }),

  topic("2026-01-14", "夜班安排", "生产部", "CX-2026-W03-1"),
  decide("2026-01-14", "CX-2026-W03-1-T1", "上会"),
  ...course({
    no: "CX-2026-W03-1",
    noticed: "2026-01-15",
    held: "2026-01-16",
    recorded: "2026-01-16",
    approved: "2026-01-19",
    archived: "2026-01-20",
    leave: [{ name: "唐慧", reason: "年审" }],
    written: [
      resolved("CX-2026-W03-1-T1", "B 线加开夜班 2 班", "生产部", "孙海", "2026-01-30"),
      review("CX-2026-W01-1-R1", { status: "已验收" }),
      review("CX-2026-W02-1-R1", { status: "已延期", reason: "缺包装", newDue: serial("2026-01-30") }),
    ],
  }),
  // Brought back to the third meeting by itself, and put off once more before it.
  decide("2026-01-15", "CX-2026-W02-1-T1", "暂缓", "样机检测中"),
  {
    day: "2026-01-20",
    run: "decompose-resolution",
    input: {
      resolution: "CX-2026-W03-1-R1",
      actions: [
        { task: "排出夜班名单 2 份", owner: "许峰", due: "2026-01-23" },
        { task: "备齐夜班物料 2 批", owner: "马俊", due: "2026-01-28" },
      ],
    },
  },

  topic("2026-01-21", "包装改版", "销售部", "CX-2026-W04-1"),
  decide("2026-01-21", "CX-2026-W04-1-T1", "上会"),
  ...course({
    no: "CX-2026-W04-1",
    noticed: "2026-01-22",
    held: "2026-01-23",
    recorded: "2026-01-26",
    approved: "2026-01-26",
    archived: "2026-01-27",
    signed: { 马俊: { signature: "√", arrived: "09:12" } },
    written: [
      resolved("CX-2026-W02-1-T1", "切换新品首批 300 台", "研发部", "吴岩", "2026-03-13"),
      {
        block: "topics",
        row: "CX-2026-W04-1-T1|",
        cells: { discussion: "客户未定稿", resolution: "请客户确认样稿 2 份", kind: "未决", department: "销售部", owner: "陈立", due: serial("2026-02-05") },
      },
    ],
  }),
  // Done is found first, then what was done is verified; the resolution closes with its last action.
  ...["已完成", "已验收"].flatMap((status, index): Step[] => {
    const day = index === 0 ? "2026-01-27" : "2026-01-28";
    return [
      { day, table: "actions", key: "CX-2026-W03-1-A1", cells: { status } },
      { day, table: "actions", key: "CX-2026-W03-1-A2", cells: { status } },
      { day, run: "refresh-tracking" },
    ];
  }),

  topic("2026-01-27", "春节停运", "物流部", "CX-2026-W05-1"),
  decide("2026-01-27", "CX-2026-W05-1-T1", "上会"),
  { day: "2026-01-28", run: "prepare-meeting", input: { meeting: "CX-2026-W05-1" } },
  { day: "2026-01-28", run: "send-notice", input: { meeting: "CX-2026-W05-1" } },
  { day: "2026-01-29", run: "cancel-meeting", input: { meeting: "CX-2026-W05-1", reason: "年终盘点" } },
  { day: "2026-01-29", run: "send-notice", input: { meeting: "CX-2026-W05-1" } },
  { day: "2026-01-30", save: true },
];

/** February: an unanswered question comes back twice, Spring Festival, an ad hoc meeting on a make-up day, a late approval. */
const february: Step[] = [
  ...course({
    no: "CX-2026-W06-1",
    noticed: "2026-02-05",
    held: "2026-02-06",
    recorded: "2026-02-09",
    approved: "2026-02-09",
    archived: "2026-02-10",
    leave: [{ name: "孙海", reason: "培训" }],
    signed: { 许峰: ON_TIME },
    written: [
      resolved("CX-2026-W05-1-T1", "节前发完整车 8 车", "物流部", "马俊", "2026-02-13"),
      review("CX-2026-W02-1-R1", { status: "完成", result: "补发 12 单" }),
    ],
  }),
  ...course({
    no: "CX-2026-W07-1",
    noticed: "2026-02-12",
    held: "2026-02-13",
    recorded: "2026-02-14",
    approved: "2026-02-14",
    archived: "2026-02-14",
    signed: { 马俊: { signature: "√", arrived: "09:05" }, 冯雪: { signature: "√", arrived: "09:00", left: "09:40" } },
    written: [
      resolved("CX-2026-W07-1-T1", "按样稿 2 改版 1 次", "销售部", "陈立", "2026-03-06"),
      review("CX-2026-W06-1-R1", { status: "完成", result: "已发 8 车" }),
    ],
  }),
  {
    day: "2026-02-12",
    run: "propose-meeting",
    input: {
      name: "节前原料会",
      date: "2026-02-14",
      start: "14:00",
      minutes: 30,
      place: "一车间",
      trigger: "生产异常",
      reason: "轴承断料",
      proposer: "钱敏",
      department: "采购部",
    },
  },
  topic("2026-02-12", "轴承断料", "采购部", "提议-20260214-1"),
  { day: "2026-02-13", run: "confirm-meeting", input: { meeting: "提议-20260214-1", chair: "周明", recorder: "林晓" } },
  decide("2026-02-13", "议题-20260212-1", "上会"),
  ...course({
    no: "CX-2026-W07-2",
    noticed: "2026-02-13",
    held: "2026-02-14",
    recorded: "2026-02-14",
    approved: "2026-02-24",
    archived: "2026-02-25",
    isAdHoc: true,
    signed: Object.fromEntries(standing.map((name) => [name, { signature: "√", arrived: "14:00" }])),
    written: [resolved("议题-20260212-1", "空运轴承 500 套", "采购部", "钱敏", "2026-02-25")],
  }),

  topic("2026-02-14", "返岗复产", "生产部", "CX-2026-W09-1"),
  decide("2026-02-14", "CX-2026-W09-1-T1", "上会"),
  ...course({
    no: "CX-2026-W09-1",
    noticed: "2026-02-14",
    held: "2026-02-24",
    recorded: "2026-02-25",
    approved: "2026-02-27",
    archived: "2026-02-28",
    signed: { 钱敏: null },
    written: [resolved("CX-2026-W09-1-T1", "复产产线 3 条", "生产部", "孙海", "2026-03-06")],
  }),
  topic("2026-02-25", "三月预测", "销售部", "CX-2026-W09-2"),
  decide("2026-02-25", "CX-2026-W09-2-T1", "上会"),
  ...course({
    no: "CX-2026-W09-2",
    noticed: "2026-02-26",
    held: "2026-02-27",
    recorded: "2026-02-28",
    approved: "2026-02-28",
    archived: "2026-03-02",
    signed: { 吴岩: { status: "请假", reason: "展会" } },
    written: [resolved("CX-2026-W09-2-T1", "更新三月预测 1 版", "销售部", "陈立", "2026-03-04")],
  }),
];

/** March: an amendment, an ad hoc meeting, one declined, a meeting moved after its notice, late minutes. */
const march: Step[] = [
  topic("2026-03-04", "返修安排", "生产部", "CX-2026-W10-1"),
  decide("2026-03-04", "CX-2026-W10-1-T1", "上会"),
  ...course({
    no: "CX-2026-W10-1",
    noticed: "2026-03-05",
    held: "2026-03-06",
    recorded: "2026-03-06",
    approved: "2026-03-09",
    archived: "2026-03-12",
    written: [
      resolved("CX-2026-W10-1-T1", "返修泵头 30 台", "生产部", "孙海", "2026-03-20"),
      review("CX-2026-W09-2-R1", { status: "完成" }),
      review("CX-2026-W07-2-R1", { status: "取消", reason: "供方已补货" }),
    ],
  }),
  { day: "2026-03-10", run: "amend-minutes", input: { meeting: "CX-2026-W10-1", reason: "台数有误" } },
  { day: "2026-03-10", minutes: "CX-2026-W10-1:2", block: "topics", row: "CX-2026-W10-1-T1|", cells: { resolution: "返修泵头 50 台" } },
  { day: "2026-03-10", run: "record-minutes", input: { meeting: "CX-2026-W10-1" } },
  { day: "2026-03-10", run: "approve-minutes", input: { meeting: "CX-2026-W10-1" } },
  { day: "2026-03-10", run: "distribute-minutes", input: { meeting: "CX-2026-W10-1" } },

  {
    day: "2026-03-09",
    run: "propose-meeting",
    input: {
      name: "加单协调会",
      date: "2026-03-11",
      start: "09:00",
      minutes: 30,
      place: "201 会议室",
      trigger: "市场变化",
      reason: "大客户加单",
      proposer: "陈立",
      department: "销售部",
    },
  },
  { day: "2026-03-09", run: "propose-topic", input: { topic: "大客户加单", department: "销售部", meeting: "提议-20260311-1", invite: "梁振" } },
  { day: "2026-03-10", run: "confirm-meeting", input: { meeting: "提议-20260311-1", chair: "周明", recorder: "林晓" } },
  decide("2026-03-10", "议题-20260309-1", "上会"),
  ...course({
    no: "CX-2026-W11-2",
    noticed: "2026-03-10",
    held: "2026-03-11",
    recorded: "2026-03-11",
    approved: "2026-03-12",
    archived: "2026-03-13",
    isAdHoc: true,
    signed: { 梁振: ON_TIME },
    written: [resolved("议题-20260309-1", "增排 W13 产量 200 台", "生产部", "孙海", "2026-03-27")],
  }),
  {
    day: "2026-03-12",
    run: "propose-meeting",
    input: {
      name: "食堂协调会",
      date: "2026-03-17",
      start: "15:00",
      minutes: 30,
      place: "食堂",
      trigger: "其他",
      reason: "排队过长",
      proposer: "冯雪",
      department: "客服部",
    },
  },
  { day: "2026-03-12", run: "decline-meeting", input: { meeting: "提议-20260317-1", reason: "不属产销协调" } },
  { day: "2026-03-11", run: "propose-topic", input: { topic: "会议室投影", department: "客服部" } },
  decide("2026-03-12", "议题-20260311-1", "不上会", "部门内解决"),
  ...course({
    no: "CX-2026-W11-1",
    noticed: "2026-03-12",
    held: "2026-03-13",
    recorded: "2026-03-16",
    approved: "2026-03-16",
    archived: "2026-03-17",
    signed: { 陈立: { signature: "√", arrived: "09:08" }, 钱敏: null },
    written: [review("CX-2026-W04-1-R1", { status: "完成", result: "首批 300 台" })],
  }),

  topic("2026-03-16", "四月排产", "生产部", "CX-2026-W12-1"),
  decide("2026-03-16", "CX-2026-W12-1-T1", "上会"),
  { day: "2026-03-17", run: "prepare-meeting", input: { meeting: "CX-2026-W12-1" } },
  { day: "2026-03-17", run: "send-notice", input: { meeting: "CX-2026-W12-1" } },
  { day: "2026-03-17", run: "move-meeting", input: { meeting: "CX-2026-W12-1", date: "2026-03-19", reason: "客户来访" } },
  ...course({
    no: "CX-2026-W12-1",
    noticed: "2026-03-18",
    held: "2026-03-19",
    recorded: "2026-03-20",
    approved: "2026-03-20",
    archived: "2026-03-23",
    written: [resolved("CX-2026-W12-1-T1", "锁定四月计划 1 版", "生产部", "孙海", "2026-04-03")],
  }),
  ...course({
    no: "CX-2026-W13-1",
    noticed: "2026-03-26",
    held: "2026-03-27",
    recorded: "2026-03-31",
    approved: "2026-03-31",
    archived: "2026-03-31",
    leave: [{ name: "孙海", reason: "出差", delegate: "许峰" }],
    signed: { 许峰: ON_TIME },
    written: [
      {
        block: "open",
        cells: {
          question: "铝价上涨是否调价",
          cause: "客户合同未到期",
          nextStep: "测算成本并与客户沟通",
          responsible: "财务部/唐慧",
          answerBy: serial("2026-04-10"),
        },
      },
    ],
  }),
  { day: "2026-03-31", run: "attendance-statistics", input: { from: "2026-01-01", until: "2026-03-31" } },
  { day: "2026-03-31", run: "refresh-tracking" },
  { day: "2026-03-31", run: "verify-archive" },
];

/** The first quarter of 2026, day by day; what happens on one day stays in the order in which it is told. */
export const quarter: readonly Step[] = [...founding, ...january, ...february, ...march].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
