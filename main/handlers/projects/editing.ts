/** What the editor asks beside the records: its undo history over restarts, and what the unit and others wrote before. */
import type { HandlerContext } from '../door/context.ts'
import type { Handlers } from '../door/dispatch.ts'

type Names = Extract<keyof Handlers, `history.${string}` | `entries.${string}`>

export function editingHandlers({ store }: HandlerContext): Pick<Handlers, Names> {
  return {
    'history.read': ({ table }) => ({ state: store.history.read(table) }),
    'history.write': ({ table, state }) => {
      store.history.write(table, state)
      return { saved: true }
    },
    'entries.list': ({ unitName, field, subcategory }) => store.entries.list(unitName, field, subcategory),
    'entries.usual': ({ unitName }) => store.entries.usual(unitName),
    'entries.indicators': ({ unitName }) => store.learned.list(unitName),
  }
}
