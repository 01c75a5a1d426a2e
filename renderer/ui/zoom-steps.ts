/** The next step up (1) or down (-1) from a factor, which may stand between two of `steps` (ascending); at the ends the last one. */
export function nextStep(steps: readonly number[], factor: number, by: 1 | -1): number {
  const next = by === 1 ? steps.find((step) => step > factor + 0.01) : steps.findLast((step) => step < factor - 0.01)
  return next ?? steps.at(by === 1 ? -1 : 0) ?? factor
}
