/** Somebody a file is sent to. */
export interface Recipient {
  readonly name: string;
  readonly email: string;
}

/** What mail programs and calendars all accept; quoted local parts and addresses in other scripts are not among it. */
const ADDRESS = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/;
const LONGEST = 254;

function isAddress(text: string): boolean {
  return text.length <= LONGEST && ADDRESS.test(text);
}

/** Who can be written to, and who cannot for want of an address that works: those are told, never dropped. */
export function byAddress<R extends Recipient>(
  people: readonly R[],
): { readonly reachable: readonly R[]; readonly unreachable: readonly R[] } {
  const tidy = people.map((person) => ({ ...person, email: person.email.normalize("NFKC").trim() }));
  return {
    reachable: tidy.filter(({ email }) => isAddress(email)),
    unreachable: people.filter((_, index) => !isAddress(tidy[index]?.email ?? "")),
  };
}
