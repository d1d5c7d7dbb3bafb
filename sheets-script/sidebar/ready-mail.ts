import { base64, type Mail } from "../../core/index.ts";
import { fileBytes } from "../../pane/word/file-bytes.ts";
import type { ReadyMail } from "../post.ts";

/** A mail whose attachments are made, as it crosses to a host that sends it. */
export async function readyMail(name: string, { from, to, cc, subject, text, html, attachments }: Mail): Promise<ReadyMail> {
  return {
    name,
    ...(from ? { from } : {}),
    to,
    cc,
    subject,
    text,
    ...(html === undefined ? {} : { html }),
    attachments: await Promise.all(
      attachments.map(async (file) => ({ name: file.name, mime: file.mime, base64: base64(await fileBytes(file)) })),
    ),
  };
}
