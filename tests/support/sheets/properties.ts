import type { Account } from "./account.ts";
import { ServiceException } from "./kernel.ts";
import type { Run } from "./run.ts";

/** Longest value and whole store of properties, in bytes. */
const MAX_VALUE = 9 * 1024;
const MAX_STORE = 500 * 1024;

export function propertiesService(run: Run, account: Account): object {
  const store = (scope: string): object => {
    const values = account.properties(scope);
    const put = (key: string, value: string): void => {
      if (Buffer.byteLength(value) > MAX_VALUE) throw new ServiceException("Argument too large: value");
      values.set(key, value);
      const size = [...values].reduce((sum, [name, text]) => sum + Buffer.byteLength(name) + Buffer.byteLength(text), 0);
      if (size > MAX_STORE) {
        values.delete(key);
        throw new ServiceException("You have exceeded the property storage quota. Please remove some properties and try again.");
      }
    };
    const self: object = run.kernel.serve("Properties.Properties", {
      getProperty: (key: string) => values.get(key) ?? null,
      getProperties: () => run.realm.copy(JSON.stringify(Object.fromEntries(values))),
      getKeys: () => [...values.keys()],
      setProperty: (key: string, value: string) => {
        put(key, value);
        return self;
      },
      setProperties: (given: Readonly<Record<string, string>>) => {
        for (const [key, value] of Object.entries(given)) put(key, String(value));
        return self;
      },
      deleteProperty: (key: string) => {
        values.delete(key);
        return self;
      },
      deleteAllProperties: () => {
        values.clear();
        return self;
      },
    });
    return self;
  };
  return run.kernel.serve("Properties.PropertiesService", {
    getDocumentProperties: () => (account.isBound ? store("document") : null),
    getScriptProperties: () => store("script"),
    getUserProperties: () => store(`user ${run.user}`),
  });
}
