import { standing } from "./quarter-company.ts";
import { course, decide, ON_TIME, resolved, review, topic } from "./quarter-course.ts";
import type { Step } from "./quarter-player.ts";

/** February: an unanswered question comes back twice, Spring Festival, an ad hoc meeting on a make-up day, a late approval. */
export const february: readonly Step[] = [
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
