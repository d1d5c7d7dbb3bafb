import type { Edit, EditKind } from "../../../core/workbook/edits.ts";

/** The edit of one kind. */
export type EditOf<K extends EditKind> = Extract<Edit, { kind: K }>;
