/** The command line cannot be carried out as it stands: exit status 2. */
export class WrongUse extends Error {}
