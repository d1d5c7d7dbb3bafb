import type { CellPlace } from "../base/place.ts";
import { htmlText } from "../files/html.ts";
import type { Language } from "../words/language.ts";
import { say } from "../words/message.ts";
import type { SlipContent, SlipEntry } from "./slip-content.ts";

/** A slip as plain text, to be copied into any program. */
export function slipText({ title, greeting, intro, sections, issued }: SlipContent, language: Language): string {
  const colon = language === "en" ? ": " : "：";
  const label = (name: string, text: string): string => `${name}${colon}${oneLine(text)}`;
  const entry = ({ mark, task, facts, ask, place }: SlipEntry, index: number): string[] => [
    `${index + 1}. ${language === "en" ? `[${mark}] ` : `【${mark}】`}${oneLine(task)}`,
    `   ${facts.map(({ label: name, text }) => label(name, text)).join(language === "en" ? "; " : "；")}`,
    `   ${label(say(language, "slip-ask"), ask)}`,
    `   ${label(say(language, "slip-place"), place)}`,
  ];
  return [
    title,
    "",
    greeting,
    intro,
    ...sections.flatMap((section) => ["", `■ ${section.title}`, ...section.entries.flatMap(entry)]),
    "",
    issued,
    "",
  ].join("\n");
}

const TABLE = "border-collapse:collapse;width:100%;margin:4px 0 14px";
const CELL = "border:1px solid #bfbfbf;padding:6px 8px;text-align:left;vertical-align:top";
/** The same for both tables of a slip, so that their columns stand below each other. */
const WIDTHS = ["4%", "18%", "54%", "24%"];
const LATE = "color:#9c0006;font-weight:bold";

/**
 * The same as a page or a mail's body; whatever was typed is text.
 * @param link the address of a row where the host has one, such as a spreadsheet's on the web
 */
export function slipHtml(content: SlipContent, language: Language, link?: (at: CellPlace) => string | null): string {
  const { title, greeting, intro, sections, issued } = content;
  const words = {
    state: say(language, "slip-state"),
    task: say(language, "slip-task"),
    ask: say(language, "slip-ask"),
    place: say(language, "slip-place"),
  };
  const heads = ["#", words.state, words.task, words.ask].map(
    (head, index) => `<th width="${WIDTHS[index]}" style="${CELL};background:#f2f2f2">${htmlText(head)}</th>`,
  );
  const colon = language === "en" ? ": " : "：";
  const line = (entry: SlipEntry, index: number): string => {
    const facts = entry.facts.map(
      ({ label, text }) => `<span style="display:inline-block;margin-right:12px">${htmlText(label)}${colon}${htmlText(text)}</span>`,
    );
    const address = link?.(entry.at) ?? null;
    const place = address === null ? htmlText(entry.place) : `<a href="${htmlText(address)}">${htmlText(entry.place)}</a>`;
    return `<tr><td style="${CELL}">${index + 1}</td><td style="${CELL}${entry.isLate ? `;${LATE}` : ""}">${htmlText(entry.mark)}</td><td style="${CELL}"><strong>${htmlText(entry.task)}</strong><br><span style="color:#595959">${[...facts, `<span style="display:inline-block">${htmlText(words.place)}${colon}${place}</span>`].join("")}</span></td><td style="${CELL}">${htmlText(entry.ask)}</td></tr>`;
  };
  const body = sections.map(
    (section) =>
      `<h2 style="font-size:15px;margin:14px 0 0">${htmlText(section.title)}</h2><table style="${TABLE}"><thead><tr>${heads.join("")}</tr></thead><tbody>${section.entries.map(line).join("")}</tbody></table>`,
  );
  return htmlPage(
    title,
    [`<p>${htmlText(greeting)}</p>`, `<p>${htmlText(intro)}</p>`, ...body, `<p style="color:#595959">${htmlText(issued)}</p>`],
    language,
  );
}

/** A page that mail programs show as well: styles stand at the elements. */
export function htmlPage(title: string, parts: readonly string[], language: Language): string {
  const font = "'Microsoft YaHei','PingFang SC','Noto Sans CJK SC',Arial,sans-serif";
  return `<!DOCTYPE html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${htmlText(title)}</title></head>
<body style="font-family:${font};font-size:14px;line-height:1.5;color:#1f1f1f;max-width:900px;margin:16px auto;padding:0 12px;overflow-wrap:anywhere"><h1 style="font-size:20px;margin:0 0 10px">${htmlText(title)}</h1>
${parts.join("\n")}
</body></html>
`;
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, " ");
}
