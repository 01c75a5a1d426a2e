/** The rows a click with Shift means. */
import type { ProjectSummary } from '../../../shared/model/stored/projects.ts'

/** The ids from one row to another, both included, whichever is above; the second alone when the first is not shown. */
export function rowsBetween(shown: readonly ProjectSummary[], one: string | null, other: string): string[] {
  const from = shown.findIndex(({ id }) => id === one)
  const to = shown.findIndex(({ id }) => id === other)
  if (from < 0 || to < 0) return [other]
  return shown.slice(Math.min(from, to), Math.max(from, to) + 1).map(({ id }) => id)
}
