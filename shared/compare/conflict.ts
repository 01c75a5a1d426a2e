/** A place that two sides changed differently, as data; who decides it is asked with it. */

export type Choice = 'held' | 'incoming'

export interface Conflict {
  /** A text; a row that one side has and the other has not; where a row stands. */
  kind: 'text' | 'row' | 'order'
  /** Counts rows of the held record; of the incoming one where the held has not that row. */
  path: string
  /** The text; of a row its 三级指标, '' where it is not there; of an order the row's number from 1. null: no base is known. */
  base: string | null
  held: string
  incoming: string
}

export type Choose = (conflict: Conflict) => Choice
