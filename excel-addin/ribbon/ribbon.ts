import type { Problem } from "../../core/index.ts";
import { speaksForItself } from "../../pane/command/command-state.ts";
import type { Answer, Runner } from "../../pane/runner.ts";
import type { Inbox } from "./inbox.ts";

export interface RibbonTools {
  /** The pane's own: what the ribbon did, the pane can take back. */
  readonly runner: Runner;
  readonly inbox: Inbox;
  readonly showPane: () => Promise<void>;
}

/** What the buttons do: their command at once, and the pane only where there is something to say. */
export class Ribbon {
  private readonly underWay = new Map<string, Promise<void>>();
  private isSetUp = false;

  constructor(private readonly tools: RibbonTools) {}

  /** A second click while the first is at work is the same click. */
  press(command: string): Promise<void> {
    const already = this.underWay.get(command);
    if (already !== undefined) return already;
    const work = this.act(command).finally(() => this.underWay.delete(command));
    this.underWay.set(command, work);
    return work;
  }

  private async act(command: string): Promise<void> {
    const { runner, inbox, showPane } = this.tools;
    const hasRegister = this.hasRegister();
    // In a workbook without a register the pane asks first what is wanted; nothing is made unasked.
    if (!(await hasRegister.catch(() => true))) return showPane();
    const answer = hasRegister.then(() => runner.run(command, {})).catch(troubled);
    inbox.put({ command, answer });
    const isQuiet = await answer.then(speaksForItself, () => false);
    if (!isQuiet) await showPane();
  }

  /** Once a register is known to be there, it is not looked for again. */
  private async hasRegister(): Promise<boolean> {
    if (!this.isSetUp) this.isSetUp = (await this.tools.runner.view("week")).book === "concord";
    return this.isSetUp;
  }
}

/** A view that cannot be read says why in an error that is a problem; a bug stays one, and the pane shows it as such. */
function troubled(error: unknown): Answer {
  if (!(error instanceof Error && "severity" in error)) throw error;
  const { severity, code, params } = error as unknown as Problem;
  const problems = [{ severity, code, params }];
  return { report: [], problems, lines: [], changes: 0, hash: "", isOutdated: false, canUndo: false };
}
