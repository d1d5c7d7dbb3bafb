/** The list mapped, or `undefined` where every item came back as it was. */
export function mapChanged<T>(items: readonly T[], change: (item: T) => T): T[] | undefined {
  const next = items.map(change);
  return next.some((item, index) => item !== items[index]) ? next : undefined;
}
