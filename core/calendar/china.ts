import type { OfficialYear } from "./official-days.ts";

/**
 * The public holidays of mainland China and their make-up working days.
 * Sources: State Council General Office, 国办发明电〔2024〕12号 (2024-11-12) for 2025 and the notice of
 * 2025-11-04 for 2026. No notice for 2027 is out: its rows are only the 13 legal holidays of the
 * regulation as revised in 2024, without swapped days.
 */
export const china: readonly OfficialYear[] = [
  {
    year: 2025,
    status: "official",
    holidays: [
      { name: "newYear", from: "2025-01-01", to: "2025-01-01", makeUp: [] },
      { name: "springFestival", from: "2025-01-28", to: "2025-02-04", makeUp: ["2025-01-26", "2025-02-08"] },
      { name: "qingming", from: "2025-04-04", to: "2025-04-06", makeUp: [] },
      { name: "labourDay", from: "2025-05-01", to: "2025-05-05", makeUp: ["2025-04-27"] },
      { name: "dragonBoat", from: "2025-05-31", to: "2025-06-02", makeUp: [] },
      { name: "nationalDay", from: "2025-10-01", to: "2025-10-08", makeUp: ["2025-09-28", "2025-10-11"] },
    ],
  },
  {
    year: 2026,
    status: "official",
    holidays: [
      { name: "newYear", from: "2026-01-01", to: "2026-01-03", makeUp: ["2026-01-04"] },
      { name: "springFestival", from: "2026-02-15", to: "2026-02-23", makeUp: ["2026-02-14", "2026-02-28"] },
      { name: "qingming", from: "2026-04-04", to: "2026-04-06", makeUp: [] },
      { name: "labourDay", from: "2026-05-01", to: "2026-05-05", makeUp: ["2026-05-09"] },
      { name: "dragonBoat", from: "2026-06-19", to: "2026-06-21", makeUp: [] },
      { name: "midAutumn", from: "2026-09-25", to: "2026-09-27", makeUp: [] },
      { name: "nationalDay", from: "2026-10-01", to: "2026-10-07", makeUp: ["2026-09-20", "2026-10-10"] },
    ],
  },
  {
    year: 2027,
    status: "provisional",
    holidays: [
      { name: "newYear", from: "2027-01-01", to: "2027-01-01", makeUp: [] },
      { name: "springFestival", from: "2027-02-05", to: "2027-02-08", makeUp: [] },
      { name: "qingming", from: "2027-04-05", to: "2027-04-05", makeUp: [] },
      { name: "labourDay", from: "2027-05-01", to: "2027-05-02", makeUp: [] },
      { name: "dragonBoat", from: "2027-06-09", to: "2027-06-09", makeUp: [] },
      { name: "midAutumn", from: "2027-09-15", to: "2027-09-15", makeUp: [] },
      { name: "nationalDay", from: "2027-10-01", to: "2027-10-03", makeUp: [] },
    ],
  },
];
