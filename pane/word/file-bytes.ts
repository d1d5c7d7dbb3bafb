import { mailFile, type OutFile, plainBytes, utf8 } from "../../core/index.ts";

/** The bytes of a file, made when somebody wants them. The writer of Word documents is loaded no sooner. */
export async function fileBytes(file: OutFile): Promise<Uint8Array> {
  if (file.kind === "word") {
    const { wordDocument } = await import("./word-document.ts");
    return wordDocument(file.layout, file.dateSystem);
  }
  if (file.kind === "mail") {
    const { attachments } = file.mail;
    const made = await Promise.all(attachments.map(async (each) => ({ name: each.name, mime: each.mime, bytes: await fileBytes(each) })));
    return utf8(mailFile(file.mail, made));
  }
  return plainBytes(file);
}
