import type { Account } from "./account.ts";
import { ServiceException } from "./kernel.ts";
import type { Run } from "./run.ts";

const MAX_KEY = 250;
const MAX_VALUE = 100 * 1024;
/** Seconds: the usual and the longest life of an entry. */
const USUAL = 600;
const LONGEST = 21_600;

export function cacheService(run: Run, account: Account): object {
  const cache = (scope: string): object => {
    const entries = account.cache(scope);
    const read = (key: string): string | null => {
      const entry = entries.get(key);
      return entry && entry.until > account.clock.now ? entry.value : null;
    };
    return run.kernel.serve("Cache.Cache", {
      get: read,
      put: (key: string, value: string, seconds = USUAL) => {
        if (key.length > MAX_KEY) throw new ServiceException("Argument too large: key");
        if (Buffer.byteLength(value) > MAX_VALUE) throw new ServiceException("Argument too large: value");
        if (seconds < 1 || seconds > LONGEST) throw new ServiceException("Invalid argument: expirationInSeconds");
        entries.set(key, { value, until: account.clock.now + seconds * 1000 });
      },
      remove: (key: string) => {
        entries.delete(key);
      },
    });
  };
  return run.kernel.serve("Cache.CacheService", {
    getDocumentCache: () => (account.isBound ? cache("document") : null),
    getScriptCache: () => cache("script"),
    getUserCache: () => cache(`user ${run.user}`),
  });
}
