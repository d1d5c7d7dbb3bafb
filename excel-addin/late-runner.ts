import type { Runner } from "../pane/runner.ts";

/** A runner that can be asked before it has been loaded. */
export function lateRunner(loading: Promise<Required<Runner>>): Required<Runner> {
  return {
    view: async (id, input) => (await loading).view(id, input),
    preview: async (command, input) => (await loading).preview(command, input),
    run: async (command, input, options) => (await loading).run(command, input, options),
    undo: async () => (await loading).undo(),
    reveal: async (at) => (await loading).reveal(at),
    pdf: async () => (await loading).pdf(),
  };
}
