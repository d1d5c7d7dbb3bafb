import { type Bound, type Criterion, countOf, type Figure, minus, plus } from "./figure.ts";
import { exactly, type Scene } from "./scene.ts";

/**
 * Items whose first due date lies from one day up to, without, another; where an item keeps none, its
 * due date is the first. To postpone an item moves it nowhere here.
 */
export function promisedIn({ items }: Scene, criteria: readonly Criterion[], from: Bound | undefined, before: Bound): Figure {
  const within = (field: string): Criterion[] => [
    { field, is: ">=", than: from ?? exactly(1) },
    { field, is: "<", than: before },
  ];
  const kept: Criterion = { field: "firstDue", is: ">=", than: exactly(1) };
  const [withFirst, withDue] = [items.filter(({ has }) => has("firstDue")), items];
  const first = countOf(withFirst, [...criteria, ...within("firstDue")]);
  const due = countOf(withDue, [...criteria, ...within("due")]);
  return plus(first, minus(due, countOf(withFirst, [...criteria, ...within("due"), kept])));
}
