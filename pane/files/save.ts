import type { OutFile } from "../../core/index.ts";
import { fileBytes } from "../word/file-bytes.ts";

/** Hands a file to the browser's downloads. */
export async function saveFile(file: OutFile): Promise<void> {
  const bytes = await fileBytes(file);
  const address = URL.createObjectURL(new Blob([bytes.slice().buffer], { type: file.mime }));
  const link = document.createElement("a");
  link.href = address;
  link.download = file.name;
  document.body.append(link);
  link.click();
  link.remove();
  // A browser that has not begun by then never will.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
