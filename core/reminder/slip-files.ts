import type { Moment } from "../files/calendar-file.ts";
import { mailOutFile, type OutFile, pageFile, textFile } from "../files/out-file.ts";
import type { Recipient } from "../files/person-address.ts";
import type { Language } from "../words/language.ts";
import type { Slip } from "./reminder-plan.ts";
import { type Issuer, slipContent } from "./slip-content.ts";
import { slipHtml, slipText } from "./slip-text.ts";

/** How slips go out. */
export interface Sending {
  readonly language: Language;
  readonly issuer: Issuer;
  readonly made: Moment;
  readonly zone: string;
  /** Where answers go. */
  readonly from?: Recipient;
}

/** One person's slip: a text to be copied, a page, and a mail where there is an address. */
export function slipFiles(slip: Slip, sending: Sending): OutFile[] {
  const content = slipContent(slip, sending.issuer, sending.language);
  const said = { subject: content.subject, text: slipText(content, sending.language), html: slipHtml(content, sending.language) };
  return filesOf(`${content.title} ${slip.no} ${slip.to.name}`, said, slip.to, sending);
}

/** What a text and its page are as files; as a mail to whoever has an address. */
export function filesOf(
  stem: string,
  said: { readonly subject: string; readonly text: string; readonly html: string },
  to: Recipient | undefined,
  { made, zone, from }: Sending,
): OutFile[] {
  const mail = { ...(from ? { from } : {}), cc: [], ...said, made, zone, attachments: [] };
  return [
    textFile(stem, said.text),
    pageFile(stem, said.html),
    ...(to && to.email !== "" ? [mailOutFile(stem, { ...mail, to: [{ name: to.name, email: to.email }] })] : []),
  ];
}
