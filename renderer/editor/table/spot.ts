/** A place in a table that undo remembers: one of its views by name, and the selection there. */
import { selectOnly } from '../grid/selection.ts'
import type { Selection } from '../grid/selection.ts'

export interface Spot {
  view: string
  selection: Selection
}

/** The view of the form itself. */
export const formName = 'form'

/** How the view of a project's indicators is called. */
export const indicatorsName = (projectKey: string): string => `indicators:${projectKey}`

/** The project whose indicators a view of this name shows; null: it is the form's own view. */
export const projectOfView = (name: string): string | null => /^indicators:(.+)$/.exec(name)?.[1] ?? null

/** Of a change that was made elsewhere: the cursor stays with its cell. */
export const nowhere: Spot = { view: '', selection: selectOnly({ row: 0, column: 0 }) }

export const startSpot: Spot = { view: formName, selection: selectOnly({ row: 0, column: 0 }) }
