/**
 * Undo and redo of any number of steps over values that are never changed in place (records share their untouched parts,
 * so a step costs one changed path). Each step remembers what it did, for the person, and where the cursor stood.
 */
export interface Step<T, Place> {
  value: T
  label: string
  place: Place
}

export interface History<T, Place> {
  /** Values before the present one, oldest first; `label` and `place` belong to the change that left the value. */
  past: Step<T, Place>[]
  present: T
  future: Step<T, Place>[]
}

export const startHistory = <T, Place>(present: T): History<T, Place> => ({ past: [], present, future: [] })

/** A change; the steps that were undone before it are gone. An unchanged value is no step. */
export function record<T, Place>(history: History<T, Place>, value: T, label: string, place: Place): History<T, Place> {
  if (value === history.present) return history
  return { past: [...history.past, { value: history.present, label, place }], present: value, future: [] }
}

/** The history one step back and the step that was undone; null where there is none. */
export function undo<T, Place>(
  history: History<T, Place>,
): { history: History<T, Place>; undone: Step<T, Place> } | null {
  const last = history.past.at(-1)
  if (!last) return null
  const future = [{ ...last, value: history.present }, ...history.future]
  return { history: { past: history.past.slice(0, -1), present: last.value, future }, undone: last }
}

export function redo<T, Place>(
  history: History<T, Place>,
): { history: History<T, Place>; redone: Step<T, Place> } | null {
  const [next, ...future] = history.future
  if (!next) return null
  const past = [...history.past, { ...next, value: history.present }]
  return { history: { past, present: next.value, future }, redone: next }
}
