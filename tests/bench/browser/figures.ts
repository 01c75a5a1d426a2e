/** Small arithmetic of measurements. */

/** The value below which `share` of the times lie; 0 of none. */
export function part(times: readonly number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

export const median = (times: readonly number[]): number => part(times, 0.5)
