import type { Named } from "../words/language.ts";

interface SampleOrderLine {
  readonly product: string;
  readonly ordered: number;
  readonly shipped: number;
  /** Week of the due date from the current one, and its weekday (Monday 1). */
  readonly due: readonly [week: number, weekday: number];
  /** Working days that the promise lies behind the wish. */
  readonly promisedLater?: number;
  readonly note?: Named;
}

interface SampleOrder {
  readonly customer: Named;
  /** Weeks before the current one in which it was placed. */
  readonly placed: number;
  readonly priority: 1 | 2 | 3;
  readonly closed?: true;
  readonly lines: readonly SampleOrderLine[];
}

const customer = {
  ruifeng: { zh: "瑞丰农机经销", en: "Ruifeng Farm Machinery" },
  qinghe: { zh: "青禾节水灌溉工程", en: "Qinghe Irrigation Projects" },
  jiangnan: { zh: "江畔水务工程", en: "Jiangpan Water Works" },
  anju: { zh: "安居五金连锁", en: "Anju Hardware Stores" },
  xintai: { zh: "鑫泰机电批发", en: "Xintai Electromechanical" },
  youxuan: { zh: "优选家装商城（电商）", en: "Youxuan Home Store (online)" },
  hengju: { zh: "恒居物业服务", en: "Hengju Property Services" },
  linden: { zh: "林登霍夫园艺（德国）", en: "Lindenhof Garten GmbH (Germany)" },
  nordvik: { zh: "诺德维克工具（挪威）", en: "Nordvik Verktøy AS (Norway)" },
  calder: { zh: "考尔德泵业（英国）", en: "Calder & Rowe Pumps (UK)" },
} as const satisfies Record<string, Named>;

const line = (
  product: string,
  ordered: number,
  shipped: number,
  week: number,
  weekday: number,
  more?: Pick<SampleOrderLine, "promisedLater" | "note">,
): SampleOrderLine => ({
  product,
  ordered,
  shipped,
  due: [week, weekday],
  ...more,
});

const waitsForBoards: Named = { zh: "等变频控制板，已分批发货", en: "Waits for control boards; shipped in part" };
const toOneContainer: Named = { zh: "与 JD-1000 拼一个 40 尺柜", en: "Shares a 40-foot container with JD-1000" };

/** The open orders, and a few closed ones, oldest first. */
export const orderBook: readonly SampleOrder[] = [
  {
    customer: customer.xintai,
    placed: 7,
    priority: 2,
    closed: true,
    lines: [line("QX-370", 240, 240, -3, 3), line("QX-550", 160, 160, -3, 3)],
  },
  {
    customer: customer.anju,
    placed: 6,
    priority: 2,
    closed: true,
    lines: [line("ZB-250", 200, 200, -2, 2), line("ZB-370", 150, 150, -2, 2)],
  },
  { customer: customer.calder, placed: 8, priority: 1, closed: true, lines: [line("JD-600", 180, 180, -2, 4)] },
  {
    customer: customer.hengju,
    placed: 5,
    priority: 2,
    lines: [line("BP-1100", 80, 35, -2, 5, { promisedLater: 14, note: waitsForBoards }), line("BP-1500", 20, 20, -2, 5)],
  },
  {
    customer: customer.jiangnan,
    placed: 6,
    priority: 1,
    lines: [
      line("WQ-1500", 60, 30, -1, 2, { promisedLater: 8, note: { zh: "砂眼泵壳返工，余 30 台待发", en: "30 wait for reworked casings" } }),
    ],
  },
  {
    customer: customer.ruifeng,
    placed: 4,
    priority: 1,
    lines: [line("QX-750", 160, 100, -1, 4, { promisedLater: 6 }), line("QX-1100", 60, 60, -1, 4)],
  },
  { customer: customer.youxuan, placed: 3, priority: 2, lines: [line("ZB-125", 300, 180, -1, 5, { promisedLater: 3 })] },
  {
    customer: customer.anju,
    placed: 4,
    priority: 2,
    lines: [line("ZB-250", 160, 0, 0, 3), line("ZB-370", 120, 60, 0, 3), line("QX-250", 120, 0, 0, 5)],
  },
  {
    customer: customer.xintai,
    placed: 4,
    priority: 2,
    lines: [line("QX-370", 200, 80, 0, 4), line("QX-550", 160, 0, 0, 4), line("WQ-750", 60, 0, 0, 5)],
  },
  { customer: customer.linden, placed: 9, priority: 1, lines: [line("JD-600", 120, 0, 0, 5), line("JD-800", 160, 60, 0, 5)] },
  { customer: customer.hengju, placed: 3, priority: 2, lines: [line("BP-600", 60, 0, 0, 4), line("BP-900", 50, 0, 0, 4)] },
  { customer: customer.qinghe, placed: 3, priority: 1, lines: [line("QX-1500", 50, 0, 1, 2), line("QX-1100", 80, 0, 1, 2)] },
  {
    customer: customer.ruifeng,
    placed: 2,
    priority: 2,
    lines: [line("QX-750", 120, 0, 1, 4), line("QX-550", 140, 0, 1, 4), line("WQ-1100", 40, 0, 1, 4)],
  },
  { customer: customer.youxuan, placed: 2, priority: 2, lines: [line("ZB-125", 260, 0, 1, 3), line("ZB-250", 180, 0, 1, 3)] },
  {
    customer: customer.jiangnan,
    placed: 5,
    priority: 1,
    lines: [line("WQ-1500", 70, 0, 1, 5), line("WQ-2200", 40, 0, 1, 5), line("WQ-3000", 15, 0, 1, 5)],
  },
  { customer: customer.hengju, placed: 3, priority: 1, lines: [line("BP-1100", 60, 0, 1, 4, { promisedLater: 10, note: waitsForBoards })] },
  {
    customer: customer.qinghe,
    placed: 2,
    priority: 1,
    lines: [
      line("QX-750", 900, 0, 2, 4, {
        promisedLater: 5,
        note: { zh: "高标准农田项目，逾期按日计违约金", en: "Farmland project; daily penalty when late" },
      }),
      line("QX-1500", 40, 0, 2, 4),
    ],
  },
  {
    customer: customer.anju,
    placed: 2,
    priority: 2,
    lines: [line("ZB-550", 80, 0, 2, 2), line("ZB-750", 60, 0, 2, 2), line("QX-250", 140, 0, 2, 3)],
  },
  { customer: customer.nordvik, placed: 7, priority: 1, lines: [line("JD-1000", 100, 0, 2, 5), line("JD-1200", 60, 0, 2, 5)] },
  { customer: customer.xintai, placed: 1, priority: 2, lines: [line("QX-370", 260, 0, 2, 4), line("WQ-750", 80, 0, 2, 4)] },
  {
    customer: customer.hengju,
    placed: 1,
    priority: 2,
    lines: [line("BP-900", 60, 0, 3, 2), line("BP-1100", 40, 0, 3, 2, { promisedLater: 5 })],
  },
  { customer: customer.ruifeng, placed: 1, priority: 2, lines: [line("QX-550", 180, 0, 3, 3), line("QX-1100", 80, 0, 3, 3)] },
  { customer: customer.youxuan, placed: 1, priority: 3, lines: [line("ZB-125", 200, 0, 3, 5), line("ZB-370", 140, 0, 3, 5)] },
  {
    customer: customer.calder,
    placed: 6,
    priority: 1,
    lines: [line("JD-800", 950, 0, 4, 4, { note: toOneContainer }), line("JD-1000", 120, 0, 4, 4)],
  },
  { customer: customer.jiangnan, placed: 2, priority: 2, lines: [line("WQ-1100", 60, 0, 4, 3), line("WQ-2200", 30, 0, 4, 3)] },
  { customer: customer.linden, placed: 4, priority: 2, lines: [line("JD-600", 150, 0, 5, 5), line("JD-1200", 60, 0, 5, 5)] },
  { customer: customer.hengju, placed: 0, priority: 2, lines: [line("BP-1500", 40, 0, 5, 4)] },
  { customer: customer.anju, placed: 1, priority: 2, lines: [line("ZB-250", 200, 0, 5, 2), line("ZB-750", 60, 0, 5, 2)] },
  { customer: customer.xintai, placed: 0, priority: 3, lines: [line("QX-370", 220, 0, 6, 3), line("WQ-750", 60, 0, 6, 3)] },
  { customer: customer.linden, placed: 2, priority: 1, lines: [line("JD-600", 120, 0, 7, 4), line("JD-800", 200, 0, 7, 4)] },
];
