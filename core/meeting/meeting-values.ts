import type { Day } from "../base/plain-date.ts";
import type { Value } from "../tables/field.ts";

/** A meeting's row of the register, or what it will be. */
export type MeetingValues = Readonly<Record<string, Value>> & { readonly no: string; readonly date: Day };
