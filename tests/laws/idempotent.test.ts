import { describe, expect, it } from "vitest";
import { differences, tell } from "../support/book.ts";
import { commandIds, holds, inputOf, LONG } from "../support/laws.ts";
import { runOn } from "../support/registers.ts";

describe("a command run twice", () => {
  it.each(commandIds)(
    "changes nothing the second time: %s",
    (id) => {
      holds(1, (found, pick) => {
        const input = inputOf(id, found, pick);
        runOn(found.book, id, input, found.context);
        const before = tell(found.book);
        const { edits, changes, preview } = runOn(found.book, id, input, found.context);
        expect({ edits, changes, preview, differences: differences(before, tell(found.book)) }).toEqual({
          edits: 0,
          changes: 0,
          preview: [],
          differences: [],
        });
      });
    },
    LONG,
  );
});
