import { columnLetters } from "../base/place.ts";
import { type Day, toIso } from "../base/plain-date.ts";
import { rowHeight } from "../layout/fit.ts";
import { headerText } from "../layout/header-text.ts";
import { styles } from "../layout/styles.ts";
import type { BookSettings } from "../register/book-settings.ts";
import type { Language } from "../words/language.ts";
import { say, type WordKey } from "../words/message.ts";
import type { Style } from "../workbook/edits.ts";
import type { LayoutCell, LayoutRow, SheetLayout } from "../workbook/sheet-layout.ts";
import type { AttendanceCount, Counted } from "./attendance-count.ts";

export const statisticsId = "statistics";

/** Columns that are counted, in the order of the form. */
const COUNTS = ["expected", "present", "byDelegate", "late", "leftEarly", "leave", "absent"] as const;
const FIRST = 2;
/** Rows above the first person: title, period, headings. */
const HEAD = 3;

interface Options {
  readonly language: Language;
  readonly from: Day;
  readonly until: Day;
  readonly settings: BookSettings;
  readonly after?: string;
}

const rate: Style = { ...styles.percent, numberFormat: "0.0%", horizontal: "center" };
const whole: Style = { ...styles.number, numberFormat: "0", horizontal: "center" };
const total: Style = { ...whole, bold: true };

/** Attendance by person and by department on a sheet that is redone each time; rates and sums are formulas that anybody can check. */
export function statisticsSheet(counted: Counted, options: Options): SheetLayout {
  return new Statistics(counted, options).layout();
}

class Statistics {
  private readonly rows: LayoutRow[] = [];
  private readonly hasPoints: boolean;
  private readonly width: number;

  constructor(
    private readonly counted: Counted,
    private readonly options: Options,
  ) {
    this.hasPoints = options.settings.points.isOn;
    this.width = FIRST + COUNTS.length + 2 + (this.hasPoints ? 1 : 0) + 1;
  }

  layout(): SheetLayout {
    const { from, until, language, after } = this.options;
    const { meetings, people } = this.counted;
    this.wide(this.say("statistics-title"), styles.title, 32);
    this.wide(this.say("statistics-period", { from: toIso(from), until: toIso(until), n: meetings }), styles.company, 20);
    this.headings("statistics-person");
    const first = this.rows.length;
    for (const person of people) this.person(person);
    if (people.length === 0) this.wide(this.say("statistics-nobody"), styles.note);
    else this.sums(this.say("summary-total"), "", people, (column) => `SUM(${range(column, first, people.length)})`, total);
    if (people.length > 0) this.departments(first);
    this.wide(
      this.say("statistics-note", {
        delegates: this.say(this.countsDelegates ? "statistics-with-delegates" : "statistics-without-delegates"),
      }),
      styles.note,
    );
    if (this.hasPoints) this.wide(this.say("statistics-points-note", { ...this.options.settings.points, isOn: "" }), styles.note);
    return {
      name: say(language, "statistics-sheet"),
      visibility: "visible",
      widths: [16, 14, ...COUNTS.map(() => 9), 10, 10, ...(this.hasPoints ? [9] : []), 22],
      hasMarkers: false,
      rows: this.rows,
      validations: [],
      highlights: [],
      isOurs: true,
      tab: "7F7F7F",
      ...(after === undefined ? {} : { after }),
      freeze: { rows: HEAD, columns: 2 },
      page: {
        orientation: "landscape",
        paper: "A4",
        margins: { top: 14, bottom: 14, left: 12, right: 12 },
        fitWidth: 1,
        repeatRows: [HEAD - 1, HEAD - 1],
        header: `&R&8 ${headerText(this.options.settings.formNumber)}`,
        footer: `&C&8${say(language, "page-footer")}`,
        centred: true,
      },
    };
  }

  private get countsDelegates(): boolean {
    return this.options.settings.delegateCounts;
  }

  private say(code: WordKey, params: Parameters<typeof say>[2] = {}): string {
    return say(this.options.language, code, params);
  }

  private wide(value: string, style: Style, least = 18): void {
    const text = [{ text: value, width: 130, size: style.size ?? 9 }];
    this.rows.push({
      marker: "",
      height: rowHeight(text, least),
      cells: [{ column: 0, columns: this.width, value: value || null, style }],
    });
  }

  private headings(name: WordKey): void {
    const words: WordKey[] = [
      "statistics-department",
      name,
      ...COUNTS.map((id): WordKey => `statistics-${id}`),
      "statistics-rate",
      "statistics-on-time",
    ];
    const texts = [...words, ...(this.hasPoints ? ["statistics-points" as const] : []), "statistics-remark" as const].map((word) =>
      this.say(word),
    );
    this.rows.push({ marker: "", height: 32, cells: texts.map((value, column) => ({ column, columns: 1, value, style: styles.heading })) });
  }

  private person(person: AttendanceCount): void {
    const remark = person.unrecorded === 0 ? "" : this.say("statistics-unrecorded", { n: person.unrecorded });
    this.line(
      [person.department, person.name],
      COUNTS.map((id) => person[id]),
      person.points,
      remark,
      person,
      whole,
    );
  }

  private departments(first: number): void {
    const { people } = this.counted;
    this.wide("", styles.note, 10);
    this.headings("statistics-people");
    const keys = range(0, first, people.length).replaceAll("A", "$A");
    const names = new Map(people.map(({ department }) => [department.toLowerCase(), department]));
    for (const [folded, department] of names) {
      const own = people.filter((person) => person.department.toLowerCase() === folded);
      const row = this.rows.length + 1;
      // Unlike SUMIF this takes no sign in a name for an operator or a wildcard, and a blank for a blank.
      const formula = (column: number): string => `SUMPRODUCT((${keys}=$A${row})*${range(column, first, people.length)})`;
      this.sums(department, own.length, own, formula, whole);
    }
  }

  /** A line whose numbers are formulas over the people above. */
  private sums(
    name: string,
    people: string | number,
    own: readonly AttendanceCount[],
    formula: (column: number) => string,
    style: Style,
  ): void {
    const sum = (of: (person: AttendanceCount) => number): number => own.reduce((all, person) => all + of(person), 0);
    const counts = COUNTS.map((id, index) => ({ formula: formula(FIRST + index), value: sum((person) => person[id]) }));
    const points = { formula: formula(FIRST + COUNTS.length + 2), value: sum((person) => person.points) };
    const all = {
      expected: sum((p) => p.expected),
      present: sum((p) => p.present),
      byDelegate: sum((p) => p.byDelegate),
      late: sum((p) => p.late),
    };
    this.line([name, people], counts, points, "", all, style);
  }

  private line(
    [department, name]: readonly [string, string | number],
    counts: readonly LayoutCell["value"][],
    points: LayoutCell["value"],
    remark: string,
    of: Pick<AttendanceCount, "expected" | "present" | "byDelegate" | "late">,
    style: Style,
  ): void {
    const row = this.rows.length + 1;
    const at = (id: (typeof COUNTS)[number]): string => `${columnLetters(FIRST + COUNTS.indexOf(id))}${row}`;
    const came = this.countsDelegates ? `${at("present")}+${at("byDelegate")}` : at("present");
    const attended = of.present + (this.countsDelegates ? of.byDelegate : 0);
    const rates: LayoutCell["value"][] = [
      { formula: `IF(${at("expected")}=0,"",(${came})/${at("expected")})`, value: of.expected === 0 ? "" : attended / of.expected },
      {
        formula: `IF(${at("present")}=0,"",(${at("present")}-${at("late")})/${at("present")})`,
        value: of.present === 0 ? "" : (of.present - of.late) / of.present,
      },
    ];
    const values: readonly (readonly [LayoutCell["value"], Style])[] = [
      [department, styles.text],
      [name, styles.centred],
      ...counts.map((value) => [value, style] as const),
      ...rates.map((value) => [value, rate] as const),
      ...(this.hasPoints ? [[points, style] as const] : []),
      [remark, styles.text],
    ];
    const cells = values.map(
      ([value, look], column): LayoutCell => ({ column, columns: 1, value: value === "" ? null : value, style: look }),
    );
    this.rows.push({ marker: "", height: 20, cells });
  }
}

function range(column: number, first: number, count: number): string {
  const letters = columnLetters(column);
  return `${letters}$${first + 1}:${letters}$${first + count}`;
}
