/**
 * .docx → one Grid of the whole document (blocks.ts). Reads the main part only; headers and footers do not count.
 * Deleted and moved-away text (tracked changes), field codes and hidden text do not count, inserted text does.
 */
import type { Grid } from '../../../shared/layout/grid.ts'
import { gridOfBlocks } from '../blocks.ts'
import { FileProblem } from '../file-problem.ts'
import type { Zip } from '../zip/open-zip.ts'
import { originOf } from '../zip/own-origin.ts'
import { readBody } from './read-body.ts'

export function readDocx(zip: Zip, documentPart: string): Grid[] {
  const bytes = zip.read([documentPart]).values().next().value
  if (!bytes)
    throw new FileProblem('F-DAMAGED', '里缺少正文部件，文件已损坏。请用 Word 或 WPS 打开修复后另存一份再试。')
  const origin = originOf(zip.read(['docProps/app.xml']).values().next().value)
  // Our own writer cuts a table below its title with a blank paragraph, so that the headings can repeat.
  const blocks = readBody(bytes).filter((block) => origin === 'foreign' || typeof block !== 'string' || block !== '')
  const grid = gridOfBlocks(blocks, { origin })
  return grid ? [grid] : []
}
