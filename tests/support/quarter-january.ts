import { serial } from "../journey/planner.ts";
import { course, decide, ON_TIME, resolved, review, topic } from "./quarter-course.ts";
import type { Step } from "./quarter-player.ts";

/** January: the first meeting is moved by New Year, a topic is deferred twice, a meeting is called off. */
export const january: readonly Step[] = [
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
        cells: {
          discussion: "客户未定稿",
          resolution: "请客户确认样稿 2 份",
          kind: "未决",
          department: "销售部",
          owner: "陈立",
          due: serial("2026-02-05"),
        },
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
