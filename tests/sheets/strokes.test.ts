import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runsOf, strokesOf } from "../../sheets-script/host/strokes.ts";

function drawn(length: number, strokes: ReturnType<typeof strokesOf>): (number | undefined)[] {
  const places: (number | undefined)[] = Array.from({ length }, () => undefined);
  for (const { first, count, value } of strokes) places.fill(value, first, first + count);
  return places;
}

describe("strokes", () => {
  it("give every place its value, and are never more than runs of one value", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4), { maxLength: 90 }), (values) => {
        const strokes = strokesOf(values);
        expect(drawn(values.length, strokes)).toEqual(values);
        expect(strokes.length).toBeLessThanOrEqual(runsOf(values).length);
      }),
    );
  });

  it("draw once what goes on behind something else", () => {
    expect(strokesOf([9, 7, 9, 9, 8, 9])).toHaveLength(3);
    expect(strokesOf([])).toEqual([]);
  });
});
