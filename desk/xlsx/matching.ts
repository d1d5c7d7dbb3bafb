/**
 * Pairs what the model holds with what the file holds, so that elements keep what is not modelled of
 * them. Each key is tried in turn, the strictest first.
 */
export function pair<Wanted extends object, Known extends object>(
  wanted: readonly Wanted[],
  known: readonly Known[],
  keys: readonly { readonly of: (wanted: Wanted) => unknown; readonly from: (known: Known) => unknown }[],
): Map<Wanted, Known> {
  const pairs = new Map<Wanted, Known>();
  const free = new Set(known);
  for (const { of, from } of keys) {
    const byKey = new Map<string, Known[]>();
    for (const each of free) {
      const key = JSON.stringify(from(each));
      byKey.set(key, [...(byKey.get(key) ?? []), each]);
    }
    for (const each of wanted) {
      const found = pairs.has(each) ? undefined : byKey.get(JSON.stringify(of(each)))?.shift();
      if (!found) continue;
      pairs.set(each, found);
      free.delete(found);
    }
  }
  return pairs;
}
