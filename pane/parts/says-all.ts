/** Whether each of the words typed stands somewhere in some texts, in capitals or not; nothing typed is said by any. */
export function saysAll(texts: readonly string[], typed: string): boolean {
  const said = texts.join("\n").toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word));
}
