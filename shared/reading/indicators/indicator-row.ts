/**
 * One row of an indicator table as texts by column, and the repair of rows whose cells stand in the wrong column (D7: a
 * source lost leading blanks and everything moved left; D8: a level in the column of another). Known words of the
 * levels decide; a row is moved only when that fits clearly better.
 */
import type { IndicatorColumn } from './indicator-columns.ts'
import { levelKind, levelText } from '../words/level-text.ts'
import type { View, ViewCell } from '../lines/view.ts'

export interface RowTexts {
  /** One text a column of the heading. */
  texts: string[]
  /** Whether a cell begins in this row (else everything is merged down from above). */
  hasOwn: boolean
  /** Code of the repair, '' for none. */
  repair: '' | 'D7' | 'D8'
}

/** The texts under the columns in one row. A cell counts for the column it begins in; one merged from above counts in every row. */
export function textsOfRow(view: View, columns: readonly IndicatorColumn[], row: number): RowTexts {
  const texts = columns.map((column) => {
    const parts: string[] = []
    let last: ViewCell | undefined
    for (let at = column.from; at < column.to; at++) {
      const cell = view.at(row, at)
      if (cell && cell !== last && cell.column >= column.from) parts.push(cell.text)
      last = cell
    }
    return parts.join('')
  })
  return { texts, hasOwn: (view.lines[row]?.length ?? 0) > 0, repair: '' }
}

export interface Places {
  category: number
  subcategory: number
  name: number
  target: number
  weight: number
  /** First levels stand in the second column (实施效果指标 over 产出指标), so such a word is in its place there. */
  isNested: boolean
}

export function placesOf(columns: readonly IndicatorColumn[]): Places {
  const find = (field: string) => columns.findIndex((column) => column.field === field)
  const target = find('target')
  return {
    category: find('category'),
    subcategory: find('subcategory'),
    name: find('name'),
    target: target < 0 ? find('termTarget') : target,
    weight: find('weight'),
    isNested: false,
  }
}

/**
 * The row with its texts in their columns. `begins` tells whether a column's cell begins in this row: what is merged down
 * from above stays where it is.
 */
export function repairRow(
  texts: readonly string[],
  places: Places,
  isFixed: boolean,
): { texts: string[]; repair: RowTexts['repair'] } {
  const plain = moveLevels(texts, places, isFixed)
  if (isFixed || !isSuspicious(texts, places)) return plain
  let best = { ...plain, score: score(plain.texts, places) + 1.5 }
  const firstFilled = texts.findIndex((text) => text !== '')
  const lastFilled = texts.findLastIndex((text) => text !== '')
  for (const by of [1, 2]) {
    if (lastFilled + by >= texts.length) break
    if (places.target >= by && (texts[places.target - by] ?? '') === '') continue
    const moved = moveLevels(
      [...Array.from({ length: by }, () => ''), ...texts.slice(0, texts.length - by)],
      places,
      false,
    )
    const value = score(moved.texts, places)
    if (value > best.score) best = { texts: moved.texts, repair: 'D7', score: value }
  }
  if (firstFilled >= 1) {
    const moved = moveLevels([...texts.slice(1), ''], places, false)
    const value = score(moved.texts, places)
    if (value > best.score) best = { texts: moved.texts, repair: 'D8', score: value }
  }
  return { texts: best.texts, repair: best.repair }
}

/** Something other than a first level in the first column, or a first level in another. */
function isSuspicious(texts: readonly string[], { category, subcategory, name }: Places): boolean {
  const kind = (place: number) => levelKind(levelText(texts[place] ?? ''))
  const first = texts[category] ?? ''
  if (category >= 0 && first !== '' && kind(category) !== 'category' && kind(category) !== 'both') return true
  if (subcategory >= 0 && (texts[subcategory] ?? '') !== '' && kind(subcategory) !== 'subcategory') return true
  return name >= 0 && kind(name) !== null
}

function score(texts: readonly string[], { category, subcategory, name, target, weight }: Places): number {
  const level = (place: number, wanted: 'category' | 'subcategory') => {
    const text = texts[place] ?? ''
    if (place < 0 || text === '') return 0
    const kind = levelKind(levelText(text))
    if (kind === null) return -1
    return kind === wanted || kind === 'both' ? 3 : -3
  }
  const nameText = texts[name] ?? ''
  let sum = level(category, 'category') + level(subcategory, 'subcategory')
  if (nameText === '') sum -= 1
  else if (levelKind(levelText(nameText)) !== null) sum -= 3
  else sum += isMeasureLike(nameText) ? -2 : 1
  if (target >= 0) sum += (texts[target] ?? '') === '' ? -1 : isMeasureLike(texts[target] ?? '') ? 2 : 1
  const weightText = weight < 0 ? '' : (texts[weight] ?? '')
  if (weightText !== '') sum += /^[\d.]+\s*[分%％]?$/u.test(weightText) ? 1 : -1
  return sum
}

const isMeasureLike = (text: string) =>
  /^(?:[≥≤≧≦＞＜=＝><]|约|\d+(?:[.,]\d+)*\s*(?:%|％|\p{Script=Han}{0,3}$)|(?:当?年|[上下]半年|[季月])[底末中初]?[前内]$)/u.test(
    text,
  )

/** Single texts in the column of another level: a name in a level's column, a second level in the name's. */
function moveLevels(
  before: readonly string[],
  { category, subcategory, name, target, isNested }: Places,
  isFixed: boolean,
): { texts: string[]; repair: RowTexts['repair'] } {
  const texts = [...before]
  const kind = (place: number) => levelKind(levelText(texts[place] ?? ''))
  const isBlank = (place: number) => place >= 0 && (texts[place] ?? '') === ''
  const hasValue = target >= 0 && !isBlank(target)
  let repair: RowTexts['repair'] = ''
  const move = (from: number, to: number, code: 'D7' | 'D8') => {
    texts[to] = texts[from] ?? ''
    texts[from] = ''
    repair = code
  }
  if (subcategory < 0) return { texts, repair }
  if (name >= 0) {
    // Without 指标 (服务对象满意度) it may well be a third-level name under a merged second level.
    const isCertain = levelText(texts[name] ?? '').endsWith('指标') || !(isBlank(category) || isFixed)
    if (kind(name) === 'subcategory' && isBlank(subcategory) && isCertain) move(name, subcategory, 'D8')
    if (isName(texts[subcategory] ?? '') && isBlank(name) && hasValue) move(subcategory, name, 'D7')
  }
  if (category < 0 || isFixed) return { texts, repair }
  if (kind(subcategory) === 'category' && isBlank(category) && !isNested) move(subcategory, category, 'D8')
  if (kind(category) === 'subcategory' && isBlank(subcategory)) move(category, subcategory, 'D7')
  else if (isName(texts[category] ?? '') && isBlank(name) && isBlank(subcategory) && hasValue)
    move(category, name, 'D7')
  return { texts, repair }
}

/** Neither blank nor a level's word nor an unknown word in the manner of one (决策指标). */
function isName(text: string): boolean {
  const lastLine = text.slice(text.lastIndexOf('\n') + 1)
  return text !== '' && levelKind(levelText(text)) === null && !/指标(?:$|[(（])/u.test(lastLine)
}
