import { describe, expect, it } from "vitest";
import { commands } from "../../core/index.ts";
import { en } from "../../core/words/en.ts";
import { zhCN } from "../../core/words/zh-cn.ts";

function placeholders(sentence: string): string[] {
  return [...new Set([...sentence.matchAll(/\{(\w+)[^}]*\}/g)].map(([, name = ""]) => name))].sort();
}

describe("the words of both languages", () => {
  const keys = Object.keys(zhCN) as (keyof typeof zhCN)[];

  it("have the same keys, each said in both", () => {
    expect(keys.length).toBeGreaterThan(100);
    expect(Object.keys(en).sort()).toEqual([...keys].sort());
    expect(keys.filter((key) => zhCN[key].trim() === "" || en[key].trim() === "")).toEqual([]);
  });

  it("call a command by its title where they send somebody to it", () => {
    const said = { zh: zhCN, en } as const;
    const sends = { zh: /(?:运行|请用|先用)[「“]([^」”>{]+)[」”]/g, en: /\b(?:[Rr]un|[Uu]se) “([^”>{]+)”/g } as const;
    for (const language of ["zh", "en"] as const) {
      const titles = commands.map(({ title }) => said[language][title]);
      const named = keys.flatMap((key) => [...said[language][key].matchAll(sends[language])].map(([, name = ""]) => name));
      expect(named.length).toBeGreaterThan(5);
      expect(named.filter((name) => !titles.includes(name))).toEqual([]);
    }
  });

  it("fill in the same parameters", () => {
    const said = (words: Readonly<Record<string, string>>) => Object.fromEntries(keys.map((key) => [key, placeholders(words[key] ?? "")]));
    expect(said(en)).toEqual(said(zhCN));
  });
});
