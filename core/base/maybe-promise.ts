/** A value now, or later: Excel answers later, Apps Script and the desk answer now. */
export type MaybePromise<T> = T | PromiseLike<T>;

/** Goes on with a value that may still be on its way, and stays synchronous where it is not. */
export function chain<T, U>(value: MaybePromise<T>, next: (value: T) => MaybePromise<U>): MaybePromise<U> {
  return isPromise(value) ? value.then(next) : next(value);
}

function isPromise<T>(value: MaybePromise<T>): value is PromiseLike<T> {
  return typeof value === "object" && value !== null && "then" in value && typeof value.then === "function";
}
