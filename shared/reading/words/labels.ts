/**
 * What a label means: the form's own labels first, then the general dictionary. A label is looked up as printed, without
 * 其中, without what stands in brackets, and without marks such as ★. A cell's label is looked up once, in view.ts.
 */
import { bareLabels, fieldLabels, indicatorLabels, totalWords, weakLabels } from '../../templates/common-labels.ts'
import type { FieldId, IndicatorFieldId } from '../../templates/common-labels.ts'
import { remember } from './remember.ts'
import { oncePerTemplate } from '../../layout/once-per-template.ts'
import { normalizeLabel } from '../../values/text/normalize.ts'
import { withoutYears } from '../../values/term-years.ts'
import { trimMarksEnd } from '../../values/text/trim-marks.ts'

const fields = invert<FieldId>(fieldLabels)
const columns = invert<IndicatorFieldId>(indicatorLabels)
const weak = new Set(weakLabels)
const totals = new Set(totalWords)

/** The field a normalised label names; undefined where it is no known label. */
export const fieldOf = remember((label: string): FieldId | undefined => {
  const candidates = variants(label)
  for (const candidate of candidates) {
    const field = fields.get(candidate)
    if (field) return field
  }
  if (!/[见数率)]$/u.test(label)) return undefined
  return candidates.some((candidate) => opinion.test(candidate) || amounts.test(candidate)) ? 'extra' : undefined
})

/** Whether the label is an everyday word too, and counts only with an amount behind it. */
export function isWeakLabel(label: string): boolean {
  return variants(label).some((candidate) => weak.has(candidate))
}

/** The field of a label such as 部门 in a line of such labels and their texts; undefined anywhere else. */
export function bareFieldOf(
  line: readonly { label: string; field: FieldId | undefined }[],
  index: number,
): FieldId | undefined {
  if (index % 2 === 1 || (line.length !== 2 && line.length !== 4)) return undefined
  const value = line[index + 1]
  const isText = value !== undefined && value.label !== '' && value.field === undefined
  const label = line[index]?.label ?? ''
  return isText && Object.hasOwn(bareLabels, label) ? bareLabels[label] : undefined
}

/** 合计, 小计 …: names an amount, never is one. */
export const isTotalWord = (label: string) => totals.has(label)

/** The meaning of a column heading of an indicator table; undefined where it is no known heading. */
export function columnFieldOf(label: string): IndicatorFieldId | undefined {
  for (const candidate of variants(label)) {
    const field = columns.get(candidate)
    if (field) return field
  }
  return undefined
}

/** The key of a label in `extra`: as printed, without white space and final colon. */
export function extraKey(text: string): string {
  return trimMarksEnd(text.replace(/[\s\u200B\uFEFF]+/gu, ''), ':：')
}

/** 万元 or 元 named in a label or line: `项目资金（万元）`, `单位：元`; '' where none is. */
export function currencyIn(label: string): '万元' | '元' | '' {
  const match = /(?:单位|币种)[:为]?(?:人民币)?(万元|元)|\((?:人民币)?(万元|元)\)/u.exec(label)
  return ((match?.[1] ?? match?.[2]) as '万元' | '元' | undefined) ?? ''
}

const opinion = /(?:审核|初审|复审|复核|评审|审批|主管部门|财政部门|主管单位)[^:]{0,10}意见$/u
/** Columns of fund tables that name their months: `1-7月执行数`. */
const amounts = /^[^:]{0,12}(?:执行数|执行率|预算数|到位数|结余数)(?:\([A-Z/%×*0-9]+\))?$/u
const inBrackets = /\([^()]*\)/gu

function variants(label: string): string[] {
  if (label === '' || label.length > 45 || !/\p{Script=Han}/u.test(label)) return []
  const plain = trimMarksEnd(label.replace(/^[*★☆▲△#§●■◆]+/u, ''), '*★☆▲△')
  const inner = plain.replace(/^其中[:,、]?/u, '')
  const bare = trimMarksEnd(inner.replace(inBrackets, ''), ':')
  const named = trimMarksEnd(withoutYears(inner), ':')
  return [...new Set([plain, inner, bare, named])]
}

function invert<Id extends string>(labels: Record<Id, readonly string[]>): Map<string, Id> {
  const map = new Map<string, Id>()
  for (const [id, texts] of Object.entries(labels) as [Id, readonly string[]][]) {
    for (const text of texts) if (!map.has(normalizeLabel(text))) map.set(normalizeLabel(text), id)
  }
  return map
}

/** The labels a template prints directly left of a field: for forms whose words the dictionary does not know. */
export const ownLabels = oncePerTemplate((template): ReadonlyMap<string, string> => {
  const own = new Map<string, string>()
  for (const block of template.blocks) {
    if (block.type !== 'rows') continue
    for (const { cells } of block.rows) {
      cells.forEach(({ content }, index) => {
        const next = cells[index + 1]?.content
        if ('label' in content && next && 'path' in next) own.set(normalizeLabel(content.label), next.path)
      })
    }
  }
  return own
})
