/** The files of the desk: .xlsx read into a `Workbook`, and a `Workbook` written back with the rest of its file kept. */
export { losses } from "./losses.ts";
export { readXlsx } from "./read-xlsx.ts";
export { writeXlsx } from "./write-xlsx.ts";
export type { XlsxFile } from "./xlsx-file.ts";
