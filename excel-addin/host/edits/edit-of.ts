import type { Edit, EditKind } from "../../../core/index.ts";

/** The edit of one kind. */
export type EditOf<K extends EditKind> = Extract<Edit, { kind: K }>;
