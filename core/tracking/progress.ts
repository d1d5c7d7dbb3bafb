/**
 * Progress as a share of one, whichever way it was written; whatever lies outside is left to be refused.
 * @example `60`, `0.6` and `60%` are all `0.6`
 */
export function shareOf(progress: number | null): number | null {
  return progress !== null && progress > 1 && progress <= 100 ? progress / 100 : progress;
}
