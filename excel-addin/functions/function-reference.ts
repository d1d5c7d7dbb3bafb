import {
  type AnswerCell,
  type Argument,
  answer,
  fromSerial,
  isCellError,
  isFault,
  type Language,
  nameIn,
  type Parameter,
  type SheetFunction,
  sayFault,
  sheetFunctions,
  toIso,
} from "../../core/index.ts";
import { NAMESPACE } from "../manifest/manifest.ts";

const HEAD = `# Functions 函数

Made from the functions themselves by \`node scripts/command-docs.mjs\`.

## 通用规则

- 区域进、区域出：给一行得一行，给一列得一列；日期类函数逐格计算，一格出错只影响该格。
- 数量区域中的空单元格按 0 计；文字、负数和错误值得到 #VALUE!，提示中写明是哪个参数的第几个值、该怎么改。
- 日期可以是日期单元格，也可以是 2026-11-18 这样的文字。工作簿须用 1900 日期系统（Excel 默认）；用 1904 日期系统的工作簿请勿使用日期类函数，日期会差四年。
- 公司日历：选取台账「公司日历」表（带不带表头都可以），或「日期、类型」两列，或一行或一列放假日期。它加在中国放假调休安排之上；不给则只按官方安排。官方安排未公布的年份按法定节假日，更远的年份按周几推定。周六上班的公司，请在公司日历中写明。适用范围一栏有内容的行不计，与台账一致。
- 在 Google 表格中名称用下划线，如 \`=CONCORD_PAB(…)\`；日期直接得到日期，错误显示为 #ERROR!，指向单元格可看到原因。
- Concord 生成的工作表不使用这些函数，没有安装加载项也照样更新。

## Common rules

- A range in, a range out: a row gives a row, a column a column. The date functions work cell by cell; a cell at fault spoils only its own.
- Blank cells among quantities count 0. Text, negative numbers and errors give #VALUE!, and the message names the argument, the value and what to do.
- A date is a date cell, or text such as 2026-11-18. The workbook has to use the 1900 date system, as Excel does unless told otherwise; do not use the date functions in a workbook of the 1904 system, where dates come out four years off.
- The calendar: select the register's company calendar, with or without its headings, or the columns date and kind, or a row or column of days off. It goes on top of China's public holidays and make-up days, which hold alone where it is left out. Years not announced yet have their legal holidays, years beyond are taken by weekday. A company that works on Saturdays says so in its calendar. Rows with a scope do not count, as in the register.
- In Google Sheets the names have an underscore, as in \`=CONCORD_PAB(…)\`; a date comes out as one, and what is wrong shows as #ERROR! with the reason when the cell is pointed at.
- Sheets that Concord makes use none of these functions, and stay alive without the add-in.
`;

/** The functions as a page of the documentation, in both languages. */
export function functionReference(): string {
  return [HEAD, ...sheetFunctions.map(section)].join("\n");
}

function section(each: SheetFunction): string {
  const { id, help, notes, parameters, result } = each;
  const signatures = (["zh-CN", "en"] as const).map((language) => `\`${signature(each, language)}\``).join(" · ");
  const texts = (["zh-CN", "en"] as const).map((language) => {
    const stop = language === "en" ? "." : "。";
    return `${nameIn(language, help)}${stop}${language === "en" ? " " : ""}${nameIn(language, notes)}\n`;
  });
  const rows = parameters.map(line).join("\n");
  const example = `\`=${NAMESPACE}.${id}(${each.example.map(literal).join(",")})\` → \`${shown(each, result.holds === "date")}\`\n`;
  return [
    `## ${NAMESPACE}.${id}\n`,
    `${signatures}\n`,
    ...texts,
    `| 参数 | argument | 给什么 | what |\n|---|---|---|---|\n${rows}\n`,
    example,
  ].join("\n");
}

function signature({ id, parameters }: SheetFunction, language: Language): string {
  const names = parameters.map((parameter) => (parameter.optional ? `[${nameIn(language, parameter)}]` : nameIn(language, parameter)));
  return `${NAMESPACE}.${id}(${names.join(", ")})`;
}

function line({ zh, en, help }: Parameter): string {
  return `| \`${zh}\` | \`${en}\` | ${help.zh} | ${help.en} |`;
}

/** An argument as one types it into a formula. */
function literal(argument: Argument): string {
  if (typeof argument === "string") return `"${argument}"`;
  if (typeof argument === "boolean") return String(argument).toUpperCase();
  if (isCellError(argument)) return argument.error;
  if (typeof argument !== "object" || argument === null) return String(argument ?? "");
  return `{${argument.map((row) => row.map(literal).join(",")).join(";")}}`;
}

/** The example's answer, worked out here and now: rows by semicolons, cells by commas. */
function shown(each: SheetFunction, areDates: boolean): string {
  const found = answer(each, each.example);
  const cell = (value: AnswerCell) => {
    if (isFault(value)) return sayFault("en", value);
    const day = areDates && typeof value === "number" ? fromSerial(value, 1900) : null;
    return day === null ? String(value) : `${value} (${toIso(day)})`;
  };
  if (isFault(found) || typeof found !== "object") return cell(found);
  return found.map((row) => row.map(cell).join(", ")).join("; ");
}
