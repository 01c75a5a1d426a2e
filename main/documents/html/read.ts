/** .html → one Grid of the whole page, or one for each table of our own print. Also Excel's and Word's “save as web page”. */
import type { Grid } from '../../../shared/layout/grid.ts'
import { gridOfBlocks } from '../blocks.ts'
import { applicationName } from '../zip/own-origin.ts'
import { joinPages } from './own-tables.ts'
import { readHtmlBody } from './read-body.ts'

export function readHtml(html: string): Grid[] {
  const body = readHtmlBody(html)
  if (body.generator === applicationName) {
    const own = joinPages(body.tables)
    if (own.length > 0) return own
  }
  const grid = gridOfBlocks(body.blocks, { origin: 'foreign' })
  return grid ? [grid] : []
}
