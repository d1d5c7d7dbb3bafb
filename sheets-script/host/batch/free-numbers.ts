import { hashText } from "../../../core/index.ts";

/** Numbers for things that a batch makes, chosen here so that its later requests can name them. */
export class FreeNumbers {
  private readonly taken: Set<number>;

  constructor(taken: ReadonlySet<number>) {
    this.taken = new Set(taken);
  }

  /** A number that nothing has yet. @param what tells the things of a batch apart */
  next(what: string): number {
    for (let turn = 0; ; turn++) {
      // 28 bits: the API takes 31.
      const number = Number.parseInt(hashText(`${what} ${turn}`).slice(0, 7), 16) + 1;
      if (this.taken.has(number)) continue;
      this.taken.add(number);
      return number;
    }
  }
}
