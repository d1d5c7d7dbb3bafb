import { base64, type Mail } from "../../core/index.ts";
import type { ReadyMail } from "../post.ts";
import { fileBytes } from "../word/file-bytes.ts";

/** A mail whose attachments are made, as it crosses to a host that sends it. */
export async function readyMail({ from, to, cc, subject, text, attachments }: Mail): Promise<ReadyMail> {
  return {
    ...(from ? { from } : {}),
    to,
    cc,
    subject,
    text,
    attachments: await Promise.all(
      attachments.map(async (file) => ({ name: file.name, mime: file.mime, base64: base64(await fileBytes(file)) })),
    ),
  };
}
