import { toIso, toTime } from "../base/plain-date.ts";
import { type Language, nameIn } from "../words/language.ts";
import { say } from "../words/message.ts";
import type { Notice } from "./notice-data.ts";
import { noticeFields, noticeRows } from "./notice-form.ts";

/** @example "会议变更通知：产销协调周会（2026-11-25 09:30）" */
export function noticeSubject({ kind, name, date, start }: Notice, language: Language): string {
  return say(language, `notice-subject-${kind}`, { name, date: toIso(date), time: toTime(start) });
}

/** A notice as plain text, to be copied into any program. */
export function noticeText(notice: Notice, language: Language): string {
  const { kind, fields, agenda, papers, leaveRule, conduct, replyBy, issuedBy, issuedOn } = notice;
  const label = (name: string, value: string): string => `${name}${language === "en" ? ": " : "："}${value}`;
  const titled = (code: Parameters<typeof say>[1], lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ["", say(language, code), ...lines];
  const head = noticeRows
    .flat()
    .filter((field) => fields[field] !== "")
    .map((field) => label(nameIn(language, noticeFields[field]), fields[field]));
  return [
    notice.title,
    ...(kind === "cancelled" ? ["", say(language, "notice-cancelled")] : []),
    "",
    ...head,
    ...titled(
      "notice-agenda",
      agenda.map(({ order, ...item }) => say(language, "notice-agenda-line", { order, ...item })),
    ),
    ...titled(
      "notice-papers",
      papers.map(({ department, papers: names, due }) =>
        say(language, due === "" ? "notice-paper-line" : "notice-paper-line-due", { department, papers: names, due }),
      ),
    ),
    ...titled("notice-leave", leaveRule === "" ? [] : [leaveRule]),
    ...titled("notice-conduct", conduct === "" ? [] : [conduct]),
    ...(replyBy === "" ? [] : ["", say(language, "notice-reply-by", { by: replyBy, organiser: issuedBy })]),
    "",
    issuedBy,
    toIso(issuedOn),
    "",
  ].join("\n");
}
