/** Rows that tell where a table begins and ends: titles, year lines, prose between tables, page numbers. */
import { normalizeForMatch } from '../../values/text/normalize.ts'
import { currencyIn, fieldOf } from '../words/labels.ts'
import { levelKind, levelText } from '../words/level-text.ts'
import type { ViewCell } from './view.ts'
import { cutAll, trimMarksEnd } from '../../values/text/trim-marks.ts'

const longestTitle = 120

/** `…绩效目标表`, `…自评表（2023年度）`, `…绩效目标`: names a table of performance targets or one of its sisters. */
export function isTitleText(text: string): boolean {
  if (text.length > longestTitle || text.length < 4) return false
  const plain = normalizeForMatch(text.replace(/^#+\s*/u, ''))
  if (/[。;!?]/u.test(plain) || fieldOf(plain) !== undefined) return false
  const bare = cutAll(plain, withoutTail)
  return (
    /(?:绩效|自评|评价指标|中央预算内投资)/u.test(bare) &&
    /(?:表|申报书|批复书|绩效目标|绩效目标申报|绩效自评)\d?$/u.test(bare)
  )
}

/** Without what may stand behind a title: `(样表)`, `2024年度`, the dots and page of a table of contents (`……26`). */
function withoutTail(title: string): string {
  if (title.endsWith(')')) {
    const open = title.lastIndexOf('(')
    return open > title.lastIndexOf(')', title.length - 2) ? title.slice(0, open) : title
  }
  const year = /\d{4}年度?$/u.exec(title)
  if (year) return title.slice(0, year.index)
  const beforePage = trimMarksEnd(title, '0123456789')
  const beforeDots = trimMarksEnd(beforePage, '.·…')
  return beforePage.length - beforeDots.length >= 3 ? beforeDots : title
}

/** A row that is a title: few cells, one of them a title. */
export function isTitleLine(line: readonly ViewCell[]): boolean {
  if (line.length === 0 || line.length > 3 || !line.some((cell) => isTitleText(cell.text))) return false
  return !line.some((cell) => isLevelHeading(cell) || (cell.field !== undefined && currencyIn(cell.label) === ''))
}

const isLevelHeading = (cell: ViewCell) => /^[一二三]级指标/u.test(cell.label)

/** Any other table's title: a budget table that follows (`收支预算总表`, `表8`). */
function isOtherTitle(text: string): boolean {
  const plain = normalizeForMatch(text)
  return (
    plain.length <= 40 &&
    (/(?:总表|明细表|预算表|支出表|收入表|情况表|统计表|汇总表)(?:\([^()]*\))?$/u.test(plain) ||
      /^(?:公开|预算|附)?表\d/u.test(plain))
  )
}

const section = /^(?:第[一二三四五六七八九十\d]+[部章节]|[一二三四五六七八九十]{1,3}、|附件\s*\d*|§)/u

/**
 * The end of an indicator table: a title, a section heading or prose in a row of its own. `nameFrom` is the column of
 * the names; a single cell there is an indicator without value.
 */
export function isEndLine(line: readonly ViewCell[], nameFrom: number, columns: number): boolean {
  const [first] = line
  if (!first || line.length > 2) return false
  if (isTitleLine(line)) return true
  if (line.length > 1 || (first.column >= nameFrom && first.column > 0)) return false
  const { text } = first
  if (levelKind(levelText(text)) !== null) return false
  if (/^(?:备?注|附注|说明)/u.test(text)) return false
  if (columns > 1 && first.colSpan >= columns && !isPageNumber(text))
    return first.field === undefined && !/[:：]/u.test(text)
  return (
    isOtherTitle(text) || section.test(text) || (first.field === undefined && !/[:：]/u.test(text) && text.length > 40)
  )
}

/** `— 12 —`, `第3页`, `12 / 40`. */
export function isPageNumber(text: string): boolean {
  return /^[-—–\s]*(?:第\s*)?\d{1,4}\s*(?:页\s*)?(?:(?:[/,，]\s*)?(?:共\s*)?\d{1,4}\s*(?:页\s*)?)?(?:[-—–][-—–\s]*)?$/u.test(
    text,
  )
}

/** Year of a line that says nothing else: `(2023年)`, `（20 17 年度）`, `2020年度)`; '' where it is none. */
export function yearLine(text: string): string {
  if (text.length > 24) return ''
  const plain = normalizeForMatch(text)
  return /^[([]?(?:预算)?((?:19|20)\d\d)(?:年度?|财政年度|预算年度)?[)\]]?$/u.exec(plain)?.[1] ?? ''
}

/** Year in a title: `…绩效目标表(2023年度)`, `2024年部门预算项目支出绩效目标表`; '' where there is none, or a span of years. */
export function yearInTitle(title: string): string {
  const plain = normalizeForMatch(title)
  if (/(?:19|20)\d\d年?(?:度)?[-~至](?:19|20)\d\d/u.test(plain)) return ''
  return /(?:^|\D)((?:19|20)\d\d)年/u.exec(plain)?.[1] ?? /\(((?:19|20)\d\d)\)/u.exec(plain)?.[1] ?? ''
}
