/** Whether the find bar is open, and what was searched last; kept while the page lives, over tables. */
import { createStore } from 'zustand/vanilla'

export interface FindState {
  /** `replace` shows the second line too. */
  open: 'find' | 'replace' | null
  search: string
  replacement: string
  exact: boolean
  whole: boolean
  /** In this table, or in all tables selected in the project list. */
  scope: 'table' | 'chosen'
  /** Counts the presses of Ctrl+F and Ctrl+H: each puts the cursor into the field again. */
  asked: number
  /** What was looked for in the selected tables last, while its list is shown: the table it leads to shows it again. */
  listed: string | null
}

export const findState = createStore<FindState>(() => ({
  open: null,
  search: '',
  replacement: '',
  exact: false,
  whole: false,
  scope: 'table',
  asked: 0,
  listed: null,
}))

export const openFind = (open: 'find' | 'replace'): void =>
  findState.setState(({ asked }) => ({ open, asked: asked + 1 }))

/** false: it was not open. */
export function closeFind(): boolean {
  const isOpen = findState.getState().open !== null
  findState.setState({ open: null, scope: 'table', listed: null })
  return isOpen
}
