/** THE EVENTS the program sends to every page. */

/** Events the program sends to every page: name → payload. */
export interface EventPayloads {
  /** Progress of a job started with the id in `job`. */
  'job.progress': { job: string; done: number; total: number; item: string }
  /** Something in the store changed (ids; empty: anything). */
  'store.changed': { ids: string[] }
  /** The answer of `workspace.health` is another one now. */
  'health.changed': Record<string, never>
  /** A menu entry or shortcut of the desktop window asks the page for an action of its registry. */
  'action.run': { action: string }
  /** Files were given to the running program: `import.given` has them. */
  'import.given': Record<string, never>
  /** The window is to close: the page saves what it can and answers with `unsaved.tell`. */
  'unsaved.ask': Record<string, never>
}
export const eventNames = [
  'job.progress',
  'store.changed',
  'health.changed',
  'action.run',
  'import.given',
  'unsaved.ask',
] as const satisfies (keyof EventPayloads)[]
