import { describe, expect, it } from "vitest";
import { type CellPlace, commandById, type Message, say, type ViewId, views } from "../../../core/index.ts";
import { readCommandInput } from "../../../core/run/read-input.ts";
import { zhCN } from "../../../core/words/zh-cn.ts";
import { differences, tell } from "../../support/book.ts";
import { holds, LONG } from "../../support/laws.ts";
import type { Register } from "../../support/registers.ts";
import { look } from "./looking.ts";

const viewIds = Object.keys(views) as ViewId[];

/** Everything within a view that satisfies a question, however deep. */
function within<T>(seen: unknown, is: (value: object) => value is T & object): T[] {
  if (typeof seen !== "object" || seen === null) return [];
  return [...(is(seen) ? [seen] : []), ...Object.values(seen).flatMap((part) => within(part, is))];
}

const isPlace = (value: object): value is CellPlace => "sheet" in value && "row" in value && "column" in value;
const isMessage = (value: object): value is Message => "code" in value && "params" in value;

describe("a view of any register", () => {
  const counts = { places: 0, messages: 0, offers: 0 };

  it.each(viewIds)(
    "shows something and changes nothing: %s",
    (id) => {
      holds(4, (found: Register) => {
        const before = tell(found.book);
        const seen = look(found.book, id, found.context);
        expect(differences(before, tell(found.book))).toEqual([]);
        expect(look(found.book, id, found.context)).toEqual(seen);
        // What crosses to another process is the same there.
        expect(JSON.parse(JSON.stringify(seen))).toEqual(seen);
        for (const { sheet, row, column } of within(seen, isPlace)) {
          counts.places++;
          expect(found.book.sheet(sheet)?.name).toBe(sheet);
          expect(row).toBeGreaterThanOrEqual(0);
          expect(column).toBeGreaterThanOrEqual(0);
        }
        for (const { code, params } of within(seen, isMessage)) {
          counts.messages++;
          for (const language of ["zh-CN", "en"] as const) expect(say(language, code, params)).toMatch(/\S/);
          const asked = [...zhCN[code].matchAll(/\{(\w+)/g)].map(([, name = ""]) => name);
          expect(Object.keys(params), code).toEqual(expect.arrayContaining(asked));
        }
      });
    },
    LONG,
  );

  it(
    "offers only commands that there are, with inputs that they take",
    () => {
      holds(6, ({ book, context }) => {
        for (const { command } of look(book, "week", context).duties) {
          if (!command) continue;
          counts.offers++;
          const known = commandById(command.id) ?? expect.fail(`There is no command ${command.id}.`);
          const { problems } = readCommandInput(known, command.input, "zh-CN");
          // What its form still asks for may be missing, and nothing else be wrong.
          expect(problems.filter(({ code }) => !(command.asks && code === "input-missing"))).toEqual([]);
        }
      });
    },
    LONG,
  );

  it("was looked at", () => {
    expect(counts.places).toBeGreaterThan(40);
    expect(counts.messages).toBeGreaterThan(10);
    expect(counts.offers).toBeGreaterThan(6);
  });
});
