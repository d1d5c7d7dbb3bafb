import { type Day, toIso } from "../../core/index.ts";

const EXPLAINED = ["postponed", "cancelled", "reopened"];
const OPEN = ["assigned", "confirmed", "inProgress", "postponed"];

/** What the sheet's cells of an item say, as its owner left them. */
interface Cells {
  status: string;
  due: Day | null;
  doneOn: Day | null;
  reason: string;
}

/**
 * The life of one item as the rules tell it, as simply as it can be said: what it is, what its cells
 * say, and everything that happened to it.
 */
export class Life {
  status = "assigned";
  doneOn: Day | null = null;
  /** Reasons that explain something already; another event needs one of its own. */
  readonly told = new Set<string>();
  readonly events: string[] = [];
  readonly cells: Cells;
  readonly firstDue: Day;

  constructor(
    readonly no: string,
    public due: Day,
  ) {
    this.firstDue = due;
    this.cells = { status: "assigned", due, doneOn: null, reason: "" };
  }

  get isOpen(): boolean {
    return OPEN.includes(this.status);
  }

  get isFinished(): boolean {
    return this.status === "done" || this.status === "verified";
  }

  /** Somebody at the register sees what was typed. */
  see(today: Day): void {
    const { cells } = this;
    const was = this.due;
    if (cells.due === null) cells.due = this.due;
    this.moveTo(cells.due);
    const [before, count] = [this.status, this.events.length];
    if (cells.status === "") cells.status = this.status;
    else if (cells.status !== this.status && this.canBecome(cells.status, this.due > was)) this.become(cells.status, today);
    const isExplained = this.due > was || this.events.slice(count).some((event) => EXPLAINED.includes(event));
    if (isExplained) this.told.add(cells.reason);
    if (!this.isFinished || before !== this.status) return;
    cells.doneOn ??= this.doneOn;
    if (cells.doneOn !== this.doneOn) this.events.push("done");
    this.doneOn = cells.doneOn;
  }

  /** A new status by whichever way; the days that come with it. */
  become(status: string, today: Day, doneOn = this.cells.doneOn): void {
    const wasFinished = this.isFinished;
    const wasClosed = !this.isOpen;
    const isPostponedByDate = status === "postponed" && this.events.at(-1) === "postponed";
    const isOpening = wasClosed && OPEN.includes(status);
    if (!isPostponedByDate) this.events.push(isOpening ? "reopened" : status === "inProgress" ? "progress" : status);
    this.status = status;
    this.cells.status = status;
    if (status === "done" || (status === "verified" && !wasFinished)) this.cells.doneOn = doneOn ?? today;
    else if (wasFinished && status !== "verified") this.cells.doneOn = null;
    this.doneOn = this.isFinished ? this.cells.doneOn : null;
  }

  moveTo(due: Day): void {
    if (due !== this.due) this.events.push(due > this.due ? "postponed" : "dueChanged");
    this.due = due;
    this.cells.due = due;
  }

  private canBecome(status: string, isLater: boolean): boolean {
    if (status === "postponed") return this.isOpen && isLater;
    if (status === "cancelled") return this.isOpen && this.cells.reason !== "" && !this.told.has(this.cells.reason);
    if (status === "verified") return this.status === "done" || (this.isOpen && this.cells.doneOn !== null);
    if (status === "done") return this.isOpen;
    return this.isOpen || status === "inProgress" || (this.status === "cancelled" && status === "assigned");
  }

  /** Whether it was, or is, later than first promised; a person's word for the day counts. */
  isLate(today: Day): boolean {
    if (this.isFinished) return this.doneOn !== null && this.doneOn > this.firstDue;
    return this.isOpen && today > this.due;
  }

  toString(): string {
    return `${this.no} ${this.status} until ${toIso(this.due)}`;
  }
}
