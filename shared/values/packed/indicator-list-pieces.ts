/**
 * Text in a packed indicator cell that is not in the form's grammar: `1、数量指标：维修3次；2、质量指标：合格率100%；其他说明`.
 * It is cut at ； 。 and line ends (not inside brackets), and every piece becomes an indicator, in order. Only what is
 * certain is taken apart: a level name in front, a quantity behind, a list number that counts on. Everything else stays
 * as typed in `name`: nothing but these separators, list numbers and white space at the edges is dropped.
 */
import { emptyIndicator } from '../../model/project.ts'
import type { Indicator } from '../../model/project.ts'
import { unprotect } from './indicator-list-marks.ts'
import { splitQuantity } from './indicator-list-quantity.ts'
import { createLevelReader, noLevels } from './indicator-list-levels.ts'
import type { LevelCodes } from './indicator-list-entries.ts'

const piecePattern = /(?:\u2060[\s\S]|（[^（）\r\n]*）|\([^()\r\n]*\)|[^；;。\r\n（(\u2060]+|[（(\u2060])+/gu
/** `3、` `3.` `3)`; not the 1、 of `1、2号楼` nor the 1. of `1.5万元`. */
const listNumber = /^(\d{1,3})\s*[、.．)）]\s*(?=\D|\d+\s*[-－‐–—]\s*\p{Script=Han})/u
/** 一、 （一） ① before a level name. */
const headingNumber =
  /^(?:[一二三四五六七八九十]{1,3}\s*[、.．]|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|[①-⑳])\s*/u
const targetMark = /^(实施周期|年度)指标值\s*[:：]\s*/u

export function readPieces(text: string, levels: readonly LevelCodes[]): Indicator[] {
  const takeLevels = createLevelReader(levels)
  const indicators: Indicator[] = []
  const add = (fields: Partial<Indicator>) => indicators.push({ ...emptyIndicator(), ...fields })
  let number = 0
  /** The levels in force. `open`: they stood alone and nothing is below them yet; `heads`: they hold for all that follows. */
  let current = { ...noLevels, open: false, heads: false }
  const closeHeading = () => {
    if (current.open) add({ category: current.category, subcategory: current.subcategory })
  }
  for (const match of text.matchAll(piecePattern)) {
    const piece = unprotect(match[0]).trim()
    if (piece === '') continue
    const mark = targetMark.exec(piece)
    const last = indicators.at(-1)
    const field = mark?.[1] === '年度' ? 'target' : 'termTarget'
    if (mark && last && !current.open && last[field] === '' && piece.length > mark[0].length) {
      last[field] = piece.slice(mark[0].length)
      continue
    }
    const listed = listNumber.exec(piece)
    const isCounted = listed !== null && [1, number + 1].includes(Number(listed[1]))
    const counted = isCounted ? piece.slice(listed[0].length) : piece
    if (isCounted) number = Number(listed[1])
    const taken = takeLevels(counted.replace(headingNumber, ''), current)
    const body = taken ? taken.rest : counted
    if (taken) {
      if (!taken.goesOn) closeHeading()
      current = { ...taken.levels, open: body === '', heads: body === '' }
      if (body === '') continue
    }
    const value = splitQuantity(body)
    const isBelow = taken !== null || current.heads || (value !== null && !isCounted)
    if (!isBelow) current = { ...noLevels, open: false, heads: false }
    current.open = false
    add({ category: current.category, subcategory: current.subcategory, ...(value ?? { name: body }) })
  }
  closeHeading()
  return indicators.length === 0 && text.trim() !== '' ? [{ ...emptyIndicator(), name: text.trim() }] : indicators
}
