/**
 * What a table is: which kind of form, and which template. A template is recognised when its title is contained in the
 * table's, all of its anchor labels and none of its absent ones are printed, and the columns are the same.
 */
import type { TableKind } from '../model/table-kind.ts'
import type { Template } from '../templates/template.ts'
import { normalizeForMatch, normalizeLabel } from '../values/text/normalize.ts'
import { oncePerTemplate } from '../layout/once-per-template.ts'

export interface TableWords {
  title: string
  /** Normalised labels outside the indicator rows. */
  labels: ReadonlySet<string>
  /** Normalised column headings in order; the side label left out. */
  headings: readonly string[]
}

export function recognizeTemplate(words: TableWords, templates: readonly Template[]): Template | null {
  const title = normalizeForMatch(words.title)
  const kind = recognizeKind(words)
  const has = (label: string) => words.labels.has(label) || words.headings.includes(label)
  const fits = (template: Template) => {
    if (template.kind !== kind) return false
    const { titles, anchors, absent, headings } = ownWords(template)
    return (
      (title === '' || titles.some((one) => title.includes(one))) &&
      anchors.every(has) &&
      !absent.some(has) &&
      headings.length === words.headings.length &&
      headings.every((heading, index) => heading === words.headings[index])
    )
  }
  return templates.find(fits) ?? null
}

/** The words a template is recognised by, normalised. */
const ownWords = oncePerTemplate(({ recognition, blocks }) => ({
  titles: recognition.titles.map(normalizeForMatch),
  anchors: recognition.anchors.map(normalizeLabel),
  absent: recognition.absent.map(normalizeLabel),
  headings: blocks.flatMap((block) =>
    block.type === 'rows'
      ? []
      : block.headers.flatMap((row) =>
          row.cells.flatMap(({ content }) => ('label' in content ? [normalizeLabel(content.label)] : [])),
        ),
  ),
}))

/** By the title, else by labels that only one kind of form prints. */
export function recognizeKind({ title: printed, labels, headings }: TableWords): TableKind {
  const title = normalizeForMatch(printed).replaceAll(/\(含[^()]*\)/gu, '')
  if (/自评|绩效评价|自我评价/u.test(title)) return 'self-evaluation'
  if (/监控|跟踪|监测/u.test(title)) return 'monitoring'
  if (/整体(?:支出|绩效)|\(单位\)整体|部门整体|单位整体/u.test(title)) return 'overall'
  if (/转移支付|中央预算内投资/u.test(title)) return 'transfer'
  const heads = (words: RegExp) => headings.some((heading) => words.test(heading))
  const prints = (words: RegExp) => [...labels].some((label) => words.test(label))
  if (heads(/完成目标可能性|全年预计完成|执行情况$|执行情况分析/u)) return 'monitoring'
  if (heads(/实际完成|^完成值$|^得分$|自评得分/u)) return 'self-evaluation'
  if (/目标|核心绩效指标/u.test(title)) return isTransfer(prints) ? 'transfer' : 'target'
  if (isTransfer(prints)) return 'transfer'
  if (prints(/^年度主要任务|^年度履职目标|^部门整体/u)) return 'overall'
  return prints(/目标|项目名称|项目资金/u) ? 'target' : 'unknown'
}

const isTransfer = (prints: (words: RegExp) => boolean) =>
  prints(/^(?:专项名称|转移支付名称|中央主管部门|下达中央预算内投资)/u)
