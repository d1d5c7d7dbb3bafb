import type { Guard } from "./document.ts";
import { isService, ownOf, ServiceException } from "./kernel.ts";
import { cellsIn, type Run } from "./run.ts";

export function userObject({ kernel }: Run, email: string): object {
  return kernel.serve("Base.User", { getEmail: () => email }, email);
}

export function protectionObject(run: Run, guard: Guard): object {
  const { document, kernel, user } = run;
  const mayChange = (): void => {
    if (user !== document.owner && !guard.editors.includes(user)) throw new ServiceException("You do not have permission to do that.");
  };
  const emailOf = (given: unknown): string => (isService(given) ? ownOf<string>(given) : String(given));
  const self: object = kernel.serve(
    "Spreadsheet.Protection",
    {
      canEdit: () => user === document.owner || guard.editors.includes(user),
      canDomainEdit: () => guard.canDomainEdit,
      setDomainEdit: (may: boolean) => {
        mayChange();
        guard.canDomainEdit = may;
        return self;
      },
      getDescription: () => guard.description,
      setDescription: (description: string) => {
        mayChange();
        guard.description = description;
        return self;
      },
      getEditors: () => {
        mayChange();
        return guard.editors.map((email) => userObject(run, email));
      },
      addEditor: (given: unknown) => {
        mayChange();
        guard.editors = [...new Set([...guard.editors, emailOf(given)])];
        return self;
      },
      // Neither the owner nor whoever runs the script can be taken off.
      removeEditors: (emails: readonly string[]) => {
        mayChange();
        guard.editors = guard.editors.filter((email) => email === user || email === document.owner || !emails.includes(email));
        return self;
      },
      getProtectionType: () => kernel.word("Spreadsheet.ProtectionType", guard.area ? "RANGE" : "SHEET"),
      getRange: () => run.objects.range(guard.sheet, guard.area ?? { row: 0, column: 0, ...document.grid(guard.sheet) }),
      getUnprotectedRanges: () => guard.unprotected.map((area) => run.objects.range(guard.sheet, area)),
      setUnprotectedRanges: (ranges: readonly object[]) => {
        mayChange();
        if (guard.area) throw new ServiceException("Unprotected ranges can be set on sheet protections only.");
        guard.unprotected = ranges.map((range) => cellsIn(range).area);
        return self;
      },
      isWarningOnly: () => guard.isWarningOnly,
      setWarningOnly: (isWarningOnly: boolean) => {
        guard.isWarningOnly = isWarningOnly;
        return self;
      },
      remove: () => {
        mayChange();
        document.unguard(guard);
      },
    },
    guard,
  );
  return self;
}
