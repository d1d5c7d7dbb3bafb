import type { Account } from "./account.ts";
import { ServiceException } from "./kernel.ts";
import type { Run } from "./run.ts";

export function lockService(run: Run, account: Account): object {
  const lock = (scope: string): object => {
    let isMine = false;
    const take = (wait: number): boolean => {
      if (isMine) return true;
      const free = account.locks.get(scope) ?? 0;
      const now = account.clock.now;
      if (free > now + wait) {
        run.kernel.pass(wait);
        return false;
      }
      run.kernel.pass(Math.max(0, free - now));
      account.locks.set(scope, Number.POSITIVE_INFINITY);
      account.held.add(scope);
      isMine = true;
      return true;
    };
    return run.kernel.serve("Lock.Lock", {
      hasLock: () => isMine,
      tryLock: (wait: number) => take(wait),
      waitLock: (wait: number) => {
        if (!take(wait)) throw new ServiceException("Lock timeout: another process was holding the lock for too long.");
      },
      releaseLock: () => {
        if (!isMine) return;
        account.locks.delete(scope);
        account.held.delete(scope);
        isMine = false;
      },
    });
  };
  return run.kernel.serve("Lock.LockService", {
    getDocumentLock: () => (account.isBound ? lock("document") : null),
    getScriptLock: () => lock("script"),
    getUserLock: () => lock(`user ${run.user}`),
  });
}
