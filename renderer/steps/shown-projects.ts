/** The projects a step has made or changed, when the person wants to see them: the list shows these alone until it is told otherwise. */
import { create } from 'zustand'
import { goTo } from '../shell/place.ts'

/** null: all. */
export const useShownProjects = create<{ ids: ReadonlySet<string> | null }>(() => ({ ids: null }))

export const showAllProjects = (): void => useShownProjects.setState({ ids: null })

/** One leads to its table, several to the list of them. */
export function showProjects(ids: readonly string[]): void {
  const [only] = ids
  if (ids.length === 1 && only !== undefined) return goTo('edit', [only])
  useShownProjects.setState({ ids: new Set(ids) })
  goTo('projects')
}
