import { hashText } from "../base/hash.ts";
import { toTime, weekdayOf, ymd } from "../base/plain-date.ts";
import { base64, base64Lines } from "./base64.ts";
import type { CalendarFile, Moment } from "./calendar-file.ts";
import { cleanLine, cleanText } from "./clean-text.ts";
import type { OutFile } from "./out-file.ts";
import { byAddress, type Recipient } from "./person-address.ts";
import { offsetOf, offsetText } from "./time-zone.ts";
import { piecesOf, utf8 } from "./utf8.ts";

/** A mail that a person opens in their mail program, looks at, and sends. */
export interface Mail {
  readonly from?: Recipient;
  readonly to: readonly Recipient[];
  readonly cc: readonly Recipient[];
  readonly subject: string;
  readonly text: string;
  readonly made: Moment;
  /** A zone's name. In one that is not known the mail has no date until it is sent. */
  readonly zone: string;
  /** The text once more as a page, for programs that show it. */
  readonly html?: string;
  /** Shown by mail programs as an invitation. */
  readonly calendar?: CalendarFile;
  readonly attachments: readonly OutFile[];
}

/** An attachment whose bytes are there. */
export interface Attachment {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
}

/** Those of a mail's people who have no address that works; they stand in no header. */
export function unreachableBy(mail: Pick<Mail, "to" | "cc">): readonly Recipient[] {
  return byAddress([...mail.to, ...mail.cc]).unreachable;
}

/**
 * An unsent mail as a file. Source: RFC 5322, 2045-2047, 2231. `X-Unsent` lets Outlook open it for
 * writing. No line of it is what somebody typed: names and the subject are encoded, texts are base64.
 */
export function mailFile(mail: Mail, attachments: readonly Attachment[]): string {
  const headers = [
    ...(mail.from ? people("From", [mail.from]) : []),
    ...people("To", mail.to),
    ...people("Cc", mail.cc),
    `Subject: ${encoded(cleanLine(mail.subject), "Subject: ".length)}`,
    ...dateHeader(mail),
    "X-Unsent: 1",
    "MIME-Version: 1.0",
  ];
  const text = textPart("text/plain; charset=utf-8", cleanText(mail.text).replaceAll("\n", "\r\n"));
  const { calendar, html } = mail;
  const others = [
    ...(html === undefined ? [] : [textPart("text/html; charset=utf-8", html)]),
    ...(calendar ? [textPart(`text/calendar; charset=utf-8; method=${calendar.method}`, calendar.text)] : []),
  ];
  const body = others.length === 0 ? text : multipart("alternative", [text, ...others]);
  const whole = attachments.length === 0 ? body : multipart("mixed", [body, ...attachments.map(attachmentPart)]);
  return `${headers.join("\r\n")}\r\n${whole}\r\n`;
}

function people(header: string, list: readonly Recipient[]): string[] {
  const { reachable } = byAddress(list);
  if (reachable.length === 0) return [];
  const addresses = reachable.map(({ name, email }) => {
    const plain = cleanLine(name);
    return plain === "" ? `<${email}>` : `${encoded(plain, 1)}\r\n <${email}>`;
  });
  return [`${header}: ${addresses.join(",\r\n ")}`];
}

/** Bytes of an encoded word that stays within 75 characters, behind the longest header name used. */
const WORD_BYTES = 39;

/** What a name may be without being quoted or encoded; as little as goes without saying. */
const ATOMS = /^[A-Za-z0-9]+( [A-Za-z0-9]+)*$/;

/** @param before what stands on the line already */
function encoded(text: string, before: number): string {
  if (text === "" || (ATOMS.test(text) && before + text.length <= 76)) return text;
  return piecesOf(text, WORD_BYTES)
    .map((piece) => `=?UTF-8?B?${base64(utf8(piece))}?=`)
    .join("\r\n ");
}

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function dateHeader({ made, zone }: Mail): string[] {
  const offset = offsetOf(zone);
  if (offset === null) return [];
  const { year, month, day } = ymd(made.day);
  return [`Date: ${WEEKDAYS[weekdayOf(made.day) - 1]}, ${day} ${MONTHS[month - 1]} ${year} ${toTime(made.time)}:00 ${offsetText(offset)}`];
}

function textPart(type: string, text: string): string {
  return `Content-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64Lines(utf8(text))}`;
}

function attachmentPart({ name, mime, bytes }: Attachment): string {
  return [
    `Content-Type: ${mime};\r\n name="${encoded(cleanLine(name), 7)}"`,
    "Content-Transfer-Encoding: base64",
    `Content-Disposition: attachment;\r\n ${fileNameParameter(cleanLine(name))}`,
    "",
    base64Lines(bytes),
  ].join("\r\n");
}

/** The name in as many numbered pieces as lines of at most 76 need. Source: RFC 2231. */
function fileNameParameter(name: string): string {
  const pieces = piecesOf(name, 18).map((piece) =>
    [...utf8(piece)]
      .map((byte) => (isPlain(byte) ? String.fromCharCode(byte) : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`))
      .join(""),
  );
  if (pieces.length === 1) return `filename*=UTF-8''${pieces[0]}`;
  return pieces.map((piece, index) => `filename*${index}*=${index === 0 ? "UTF-8''" : ""}${piece}`).join(";\r\n ");
}

function isPlain(byte: number): boolean {
  return (
    (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122) || byte === 45 || byte === 46 || byte === 95
  );
}

/** The boundary holds what base64 never does, and differs from those of the parts within. */
function multipart(kind: "mixed" | "alternative", parts: readonly string[]): string {
  const boundary = `=_concord_${kind}_${hashText(parts.join("\n"))}`;
  const marked = parts.map((part) => `--${boundary}\r\n${part}`);
  return [`Content-Type: multipart/${kind};\r\n boundary="${boundary}"`, "", ...marked, `--${boundary}--`].join("\r\n");
}
