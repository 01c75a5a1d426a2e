/**
 * Label and value in one cell or line: `部门名称：某某局`, `其中：财政拨款：100`, several side by side
 * (`填报单位：某某局 金额单位：万元`).
 */
import { normalizeLabel } from '../../values/text/normalize.ts'
import type { FieldId } from '../../templates/common-labels.ts'
import { fieldOf } from '../words/labels.ts'

export interface InlineLabel {
  id: FieldId
  label: string
  value: string
}

const longestPrefix = 30
/** A longer text is one label and its text; labels inside it are words of the text. */
const longestLine = 160

/** The labels a text begins with, each with its value ('' where none is typed); [] where it begins with no known label. */
export function splitInlineLabels(text: string): InlineLabel[] {
  const colon = /[:：]/gu
  const found: { id: FieldId; label: string; start: number; end: number }[] = []
  let from = 0
  for (const match of text.matchAll(colon)) {
    const at = match.index
    if (found.length === 0 && at > longestPrefix) break
    const start = found.length === 0 ? 0 : labelStart(text, from, at)
    const label = text.slice(start, at).trim()
    const id = start < 0 || at - start > longestPrefix ? undefined : fieldOf(normalizeLabel(label))
    if (id === undefined || label === '其中') continue
    found.push({ id, label, start, end: at + 1 })
    from = at + 1
    if (text.length > longestLine) break
  }
  return found.map(({ id, label, end }, index) => ({
    id,
    label,
    value: text.slice(end, found[index + 1]?.start).trim(),
  }))
}

/** Where a further label begins: behind the last white space or separator before its colon. */
function labelStart(text: string, from: number, colon: number): number {
  const between = text.slice(from, colon).trimEnd()
  const match = /(?:^|[\s\u3000;；,，。|])([^\s\u3000;；,，。|]{1,20})$/u.exec(between)
  return match ? from + between.length - (match[1]?.length ?? 0) : -1
}
