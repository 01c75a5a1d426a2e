/**
 * A Layout as it can be written into a file: characters that no file of these formats can hold (control characters, halves
 * of a character) become U+FFFD, and every cell where that happened is told. Text is never changed without a word.
 */
import { columnName } from '../../shared/layout/grid.ts'
import type { Layout, LayoutCell } from '../../shared/layout/layout.ts'
import type { VolumeOptions, WriteProblem } from './volume.ts'

/** What XML 1.0 forbids, and U+007F, which HTML does; a surrogate without its other half. */
const unwritable =
  // oxlint-disable-next-line no-control-regex -- these are the characters to replace
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const replacement = '\ufffd'
const charactersNamed = 3

/** `table`: index of the Layout in its volume. */
export function writableLayout(
  layout: Layout,
  table: number,
  onProblem: VolumeOptions['onProblem'] = () => {},
): Layout {
  let isWhole = true
  const cells = layout.cells.map((cell) => {
    const found = cell.text.match(unwritable)
    if (!found) return cell
    isWhole = false
    onProblem(replacedProblem(layout.title, table, cell, found))
    return { ...cell, text: cell.text.replace(unwritable, replacement) }
  })
  return isWhole ? layout : { ...layout, cells, title: layout.title.replace(unwritable, replacement) }
}

function replacedProblem(title: string, table: number, cell: LayoutCell, found: string[]): WriteProblem {
  const kinds = [...new Set(found)].map(numberOf)
  const named = `${kinds.slice(0, charactersNamed).join('、')}${kinds.length > charactersNamed ? ' 等' : ''}`
  const address = `${columnName(cell.column)}${cell.row + 1}`
  const label = cell.name === '' ? ` ${address} ` : `“${cell.name}”（${address}）`
  const message = `“${title}”的单元格${label}里有 ${found.length} 个文件不能存放的字符（${named}），已换成“${replacement}”，其余照写。请在程序里改好这一格再导出。`
  return { table, title, cell: address, message }
}

const numberOf = (character: string): string =>
  `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
