/** What runs commands. A screen can be shown without it, so it is loaded apart. */
export { commandById, run, undo } from "../core/index.ts";
