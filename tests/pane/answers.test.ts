import { describe, expect, it } from "vitest";
import { problem } from "../../core/index.ts";
import { offersFor, toggled, withChoices } from "../../pane/command/answers.ts";

describe("answers to a recording's questions", () => {
  it("are offered beside the problems that ask", () => {
    const cleared = problem("error", "cell-cleared", { id: "CX-1-A2.owner", register: "王敏" });
    expect(offersFor(cleared).map(({ field, id }) => [field, id])).toEqual([
      ["confirm", "CX-1-A2.owner"],
      ["putBack", "CX-1-A2.owner"],
    ]);
    expect(offersFor(problem("error", "row-gone-from-register", { key: "CX-1-A2" })).map(({ field }) => field)).toEqual(["putBack"]);
    expect(offersFor(problem("error", "owner-missing", { item: "x" }))).toEqual([]);
  });

  it("replace each other, and are taken back by pressing again", () => {
    const one = toggled([], { field: "confirm", id: "a" });
    expect(toggled(one, { field: "putBack", id: "a" })).toEqual([{ field: "putBack", id: "a" }]);
    expect(toggled(one, { field: "confirm", id: "a" })).toEqual([]);
    expect(toggled(one, { field: "confirm", id: "b" })).toHaveLength(2);
  });

  it("join those given before, the last word on each holding", () => {
    const before = withChoices({ meeting: "M" }, [
      { field: "confirm", id: "a" },
      { field: "putBack", id: "b" },
    ]);
    expect(before).toEqual({ meeting: "M", confirm: ["a"], putBack: ["b"] });
    expect(withChoices(before, [{ field: "putBack", id: "a" }])).toEqual({ meeting: "M", putBack: ["b", "a"] });
  });
});
