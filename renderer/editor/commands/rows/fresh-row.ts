/**
 * A row that was just added. It takes over the levels of the row above and so joins its merged cells; while it holds
 * nothing else, or the cursor has not left it since, a level written from that row is meant for that row alone
 * (level-rows.ts).
 */
import { isBlank } from '../../../../shared/values/text/blank.ts'
import type { Indicator } from '../../../../shared/model/project.ts'
import type { SheetView } from '../../view/sheet-view.ts'

/** Whether the row of the sheet shows an indicator that holds nothing but its levels. */
export function isFreshRow(view: SheetView, row: number): boolean {
  const { sheet, fresh } = view.state.getState()
  const item = sheet.layout.rows[row]?.item
  const isAdded = fresh && item && item.index >= fresh.first && item.index < fresh.first + fresh.count
  if (item?.of === 'indicator' && isAdded) return true
  const indicator = item?.of === 'indicator' ? view.records()[0]?.indicators[item.index] : undefined
  return indicator !== undefined && isFresh(indicator)
}

function isFresh({ extra, ...texts }: Indicator): boolean {
  const levels: string[] = ['category', 'subcategory'] satisfies (keyof Indicator)[]
  const isOfLevels = Object.entries(texts).every(([field, text]) => levels.includes(field) || isBlank(text))
  return isOfLevels && Object.keys(extra).length === 0
}
