/** Changes in plain text, lines and cells: of .txt, .csv, .html, .json and of the texts inside a package. */
import type { Random } from './random.ts'

/** What readers look for, and what holds them up when it comes often. */
const pieces = [
  '\t',
  '\n',
  '\r\n',
  ' ',
  '\u3000',
  '"',
  ',',
  '，',
  ';',
  '；',
  '：',
  '。',
  '、',
  '…',
  '.',
  '·',
  '-',
  '—',
  '(',
  ')',
  '（',
  '）',
  '|',
  '/',
  '%',
  '≥',
  '1',
  '０',
  '1.',
  '1、',
  '2024年',
  '（2024年度）',
  '目标1：',
  '指标1：',
  '产出指标',
  '数量指标',
  '一级指标',
  '二级指标',
  '三级指标',
  '指标值',
  '年度指标值',
  '实施周期指标值:',
  '项目名称',
  '年度目标',
  '绩效目标',
  '项目支出绩效目标表',
  '其中：',
  '财政拨款',
  '单位：万元',
  '合计',
  '备注：',
  '第1页',
  '\u2060',
  '\u200B',
  '\uFEFF',
  '\uD800',
  '\0',
  '\u2028',
  '&nbsp;',
  '&#0;',
  '<td>',
  '</table>',
  '<table>',
  '<tr>',
  '<br>',
  '<p>',
  '{',
  '[',
  '}',
  '\\',
  '_x000D_',
  '=1+1',
  'null',
]
const headings = [
  '一级指标\t二级指标',
  '三级指标\t指标值',
  '一级指标\t二级指标\t三级指标\t指标值',
  '项目名称\t资金总额\t年度目标\t绩效指标',
  '<tr><td>一级指标<td>二级指标',
  '<tr><td>三级指标<td>指标值',
]

export function changeText(text: string, random: Random): string {
  const kind = random.below(8)
  if (kind <= 1) return insert(text, random.below(text.length + 1), repeated(random.pick(pieces), random))
  if (kind === 2) return cut(text, random.below(text.length + 1), 1 + random.below(40))
  if (kind === 3) return replaceOne(text, random.pick(['\t', '\n', ',', '"', '<', ' ']), random.pick(pieces), random)
  if (kind === 4) {
    const at = random.below(text.length + 1)
    return insert(text, at, repeated(text.slice(at, at + random.below(60)), random))
  }
  return changeLines(text, random)
}

/** Seldom very often: those are the ones that hang, and they take time. */
const repeated = (piece: string, random: Random): string =>
  piece.repeat(random.pick([1, 1, 2, 1 + random.below(20), random.once(10) ? 1 + random.below(4000) : 3]))

const insert = (text: string, at: number, piece: string): string => text.slice(0, at) + piece + text.slice(at)

const cut = (text: string, at: number, length: number): string => text.slice(0, at) + text.slice(at + length)

function replaceOne(text: string, what: string, by: string, random: Random): string {
  const found = text.indexOf(what, random.below(text.length + 1))
  return found < 0 ? text : text.slice(0, found) + by + text.slice(found + what.length)
}

function changeLines(text: string, random: Random): string {
  const lines = text.split('\n')
  const at = random.below(lines.length)
  const line = lines[at] ?? ''
  const other = random.below(lines.length)
  const kind = random.below(6)
  if (kind === 0) lines.splice(at, 1)
  else if (kind === 1)
    lines.splice(at, 0, ...Array.from({ length: 1 + random.below(random.once(8) ? 400 : 4) }, () => line))
  else if (kind === 2) [lines[at], lines[other]] = [lines[other] ?? '', line]
  else if (kind === 3) lines.splice(at, 0, random.pick(headings))
  else if (kind === 4) {
    const cells = line.split('\t')
    cells.splice(random.below(cells.length), random.below(2), ...(random.once(2) ? [random.pick(pieces)] : []))
    lines[at] = cells.join('\t')
  } else lines.splice(at, 1 + random.below(3), lines.slice(at, at + 2).join(''))
  return lines.join('\n')
}
