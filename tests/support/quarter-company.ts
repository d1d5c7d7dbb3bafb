/** A company of seven departments and one that organises; one person without an address. */

type Cells = Readonly<Record<string, string>>;

const person = (name: string, department: string, title: string, more: Cells = {}): Cells => ({
  name,
  department,
  title,
  email: `${title === "总经理" ? "gm" : (mailbox[name] ?? "")}@example.com`,
  active: "是",
  ...more,
});

const mailbox: Readonly<Record<string, string>> = {
  周明: "zhou",
  林晓: "lin",
  陈立: "chen",
  何佳: "he",
  孙海: "sun",
  许峰: "xu",
  吴岩: "wu",
  钱敏: "qian",
  马俊: "ma",
  唐慧: "tang",
};

export const people: readonly Cells[] = [
  person("周明", "运营管理部", "总监"),
  person("林晓", "运营管理部", "计划专员"),
  person("陈立", "销售部", "经理"),
  person("何佳", "销售部", "主管"),
  person("孙海", "生产部", "经理"),
  person("许峰", "生产部", "主管"),
  person("吴岩", "研发部", "经理"),
  person("钱敏", "采购部", "经理"),
  person("马俊", "物流部", "经理"),
  person("唐慧", "财务部", "经理"),
  person("冯雪", "客服部", "经理", { email: "" }),
  person("梁振", "运营管理部", "总经理", { decisionMaker: "是" }),
];

/** Who leads which department, and who stands in for them; the organiser attends by its chair and recorder. */
export const departments = [
  { name: "销售部", head: "陈立" },
  { name: "生产部", head: "孙海", delegate: "许峰" },
  { name: "研发部", head: "吴岩" },
  { name: "采购部", head: "钱敏" },
  { name: "物流部", head: "马俊" },
  { name: "财务部", head: "唐慧" },
  { name: "客服部", head: "冯雪" },
  { name: "运营管理部", head: "周明", standing: false, side: "其他" },
] as const;

export const series = {
  name: "产销周会",
  cycle: "每周",
  weekday: "周五",
  start: "09:00",
  minutes: 90,
  place: "201 会议室",
  chair: "周明",
  recorder: "林晓",
  departments: "销售部、生产部、研发部、采购部、物流部、财务部、客服部",
} as const;

/** Everybody who is expected each time. */
export const standing = ["陈立", "孙海", "吴岩", "钱敏", "马俊", "唐慧", "冯雪", "周明", "林晓"] as const;
