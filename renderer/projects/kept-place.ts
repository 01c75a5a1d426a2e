/** Where the person was in the list, kept while other pages are open: the row of the cursor, how far it was scrolled, its order. */
import { newestFirst } from './list/list-order.ts'
import type { ListOrder } from './list/list-order.ts'

export const keptPlace: { active: string | null; scrolledPx: number; order: ListOrder } = {
  active: null,
  scrolledPx: 0,
  order: newestFirst,
}
