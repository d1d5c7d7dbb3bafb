import type { Named } from "../words/language.ts";

interface Delivery {
  /** Week of arrival from the current one, and its weekday. */
  readonly due: readonly [week: number, weekday: number];
  readonly quantity: number;
  readonly note?: Named;
}

export interface Material {
  readonly code: string;
  readonly name: Named;
  readonly unit: "pc" | "kg" | "m";
  readonly supplier: Named;
  /** Pieces per pump, for each product whose code begins so; the longest beginning counts. */
  readonly usage: Readonly<Record<string, number>>;
  readonly yield: number;
  readonly stock: number;
  readonly deliveries: readonly Delivery[];
}

export const units = { pc: { zh: "个", en: "pc" }, kg: { zh: "kg", en: "kg" }, m: { zh: "米", en: "m" } } as const satisfies Record<
  string,
  Named
>;

const supplier = {
  copper: { zh: "永昶电磁线", en: "Yongchang Magnet Wire" },
  foundry: { zh: "宏润铸造", en: "Hongrun Casting" },
  diecast: { zh: "凯锐压铸", en: "Kairui Die Casting" },
  seals: { zh: "博密机械密封", en: "Bomi Mechanical Seals" },
  bearings: { zh: "浙东轴承经销", en: "Zhedong Bearing Trading" },
  boards: { zh: "芯澜电控", en: "Xinlan Electronic Controls" },
  cable: { zh: "恒通达线缆", en: "Hengtongda Cable" },
  capacitors: { zh: "启越电容", en: "Qiyue Capacitors" },
  stamping: { zh: "精拓冲压", en: "Jingtuo Stamping" },
  printing: { zh: "彩印包装厂", en: "Caiyin Packaging" },
} as const satisfies Record<string, Named>;

export const materials: readonly Material[] = [
  {
    code: "CU-062",
    name: { zh: "漆包线 QZ-2 0.62 mm", en: "Enamelled wire QZ-2 0.62 mm" },
    unit: "kg",
    supplier: supplier.copper,
    usage: { QX: 0.6, "QX-1": 1.1 },
    yield: 0.98,
    stock: 5200,
    deliveries: [
      { due: [3, 2], quantity: 6000 },
      { due: [8, 2], quantity: 6000 },
    ],
  },
  {
    code: "CU-080",
    name: { zh: "漆包线 QZ-2 0.80 mm", en: "Enamelled wire QZ-2 0.80 mm" },
    unit: "kg",
    supplier: supplier.copper,
    usage: { WQ: 1.2, "WQ-2": 1.8, "WQ-3": 2.2 },
    yield: 0.98,
    stock: 3900,
    deliveries: [{ due: [5, 3], quantity: 6000 }],
  },
  {
    code: "HS-QX75",
    name: { zh: "QX-750 压铸泵壳", en: "Die-cast casing QX-750" },
    unit: "pc",
    supplier: supplier.diecast,
    usage: { "QX-750": 1 },
    yield: 0.98,
    stock: 1500,
    deliveries: [{ due: [4, 1], quantity: 2000 }],
  },
  {
    code: "HS-WQ15",
    name: { zh: "WQ-1500 铸铁泵壳", en: "Cast-iron casing WQ-1500" },
    unit: "pc",
    supplier: supplier.foundry,
    usage: { "WQ-1500": 1 },
    yield: 0.92,
    stock: 210,
    deliveries: [
      { due: [1, 4], quantity: 200, note: { zh: "首批全检", en: "First lot inspected piece by piece" } },
      { due: [3, 1], quantity: 600 },
      { due: [7, 1], quantity: 700 },
    ],
  },
  {
    code: "SL-12",
    name: { zh: "12 mm 机械密封", en: "Mechanical seal 12 mm" },
    unit: "pc",
    supplier: supplier.seals,
    usage: { QX: 1, ZB: 1 },
    yield: 0.99,
    stock: 15000,
    deliveries: [{ due: [4, 2], quantity: 30000 }],
  },
  {
    code: "SL-16",
    name: { zh: "16 mm 机械密封", en: "Mechanical seal 16 mm" },
    unit: "pc",
    supplier: supplier.seals,
    usage: { WQ: 2 },
    yield: 0.99,
    stock: 5200,
    deliveries: [{ due: [4, 2], quantity: 10000 }],
  },
  {
    code: "BR-6201",
    name: { zh: "深沟球轴承 6201-2RS", en: "Ball bearing 6201-2RS" },
    unit: "pc",
    supplier: supplier.bearings,
    usage: { QX: 2, ZB: 2 },
    yield: 1,
    stock: 30000,
    deliveries: [{ due: [4, 4], quantity: 60000 }],
  },
  {
    code: "BR-6203",
    name: { zh: "深沟球轴承 6203-2RS", en: "Ball bearing 6203-2RS" },
    unit: "pc",
    supplier: supplier.bearings,
    usage: { WQ: 2, JD: 2 },
    yield: 1,
    stock: 12000,
    deliveries: [{ due: [4, 4], quantity: 24000 }],
  },
  {
    code: "CB-BP06",
    name: { zh: "变频控制板 0.6/0.9 kW", en: "Drive board 0.6/0.9 kW" },
    unit: "pc",
    supplier: supplier.boards,
    usage: { "BP-600": 1, "BP-900": 1 },
    yield: 0.99,
    stock: 1600,
    deliveries: [{ due: [4, 3], quantity: 2400 }],
  },
  {
    code: "CB-BP11",
    name: { zh: "变频控制板 1.1/1.5 kW", en: "Drive board 1.1/1.5 kW" },
    unit: "pc",
    supplier: supplier.boards,
    usage: { "BP-11": 1, "BP-15": 1 },
    yield: 0.98,
    stock: 190,
    deliveries: [
      {
        due: [3, 2],
        quantity: 480,
        note: { zh: "原定 {n+1} 到料，IGBT 缺货顺延", en: "First promised for {n+1}; IGBT modules are short" },
      },
      { due: [5, 4], quantity: 1900 },
    ],
  },
  {
    code: "CP-450",
    name: { zh: "运行电容 450 V", en: "Run capacitor 450 V" },
    unit: "pc",
    supplier: supplier.capacitors,
    usage: { ZB: 1, JD: 1 },
    yield: 0.995,
    stock: 13000,
    deliveries: [{ due: [5, 1], quantity: 18000 }],
  },
  {
    code: "IM-JD",
    name: { zh: "不锈钢叶轮 JD", en: "Stainless impeller JD" },
    unit: "pc",
    supplier: supplier.stamping,
    usage: { JD: 1 },
    yield: 0.97,
    stock: 4200,
    deliveries: [{ due: [5, 2], quantity: 6800 }],
  },
  {
    code: "CL-3G10",
    name: { zh: "橡套电缆 3G1.0", en: "Rubber cable 3G1.0" },
    unit: "m",
    supplier: supplier.cable,
    usage: { QX: 10, WQ: 8 },
    yield: 1,
    stock: 110000,
    deliveries: [
      { due: [3, 3], quantity: 90000 },
      { due: [7, 3], quantity: 110000 },
    ],
  },
  {
    code: "PS-ZB",
    name: { zh: "压力开关 ZB", en: "Pressure switch ZB" },
    unit: "pc",
    supplier: supplier.capacitors,
    usage: { ZB: 1 },
    yield: 0.99,
    stock: 8500,
    deliveries: [{ due: [4, 5], quantity: 12000 }],
  },
  {
    code: "PK-JD",
    name: { zh: "出口彩箱 JD", en: "Export carton JD" },
    unit: "pc",
    supplier: supplier.printing,
    usage: { JD: 1 },
    yield: 0.98,
    stock: 3600,
    deliveries: [
      { due: [4, 1], quantity: 4000 },
      { due: [8, 1], quantity: 4800 },
    ],
  },
];
