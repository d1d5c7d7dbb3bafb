import type { WordKey } from "../../core/index.ts";

/** What a command is called, without having to load the commands: its title is always this word. */
export function titleOf(command: string): WordKey {
  return `command-${command}` as WordKey;
}
