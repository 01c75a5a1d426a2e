/**
 * Files and clipboards of which one thing comes two and four times as often take two and four times as many steps, counted and
 * not timed (mutants/count-steps.ts): no loop inside another goes over all rows or all cells of a row again.
 */
import { expect, test } from 'vitest'
import { readDocument } from '../../main/documents/read.ts'
import { readGrid } from '../../shared/reading/read-grid.ts'
import { builtIn } from '../../shared/templates/built-in.ts'
import { createStepCounter } from './mutants/count-steps.ts'
import { paste } from './mutants/paste-mutant.ts'
import { createRandom } from './mutants/random.ts'

const steps = createStepCounter((url) => /\/(?:shared|renderer\/editor|main\/documents)\//u.test(url))

type Rows = string[][]
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))
const header: Rows = [['项目支出绩效目标表'], ['项目名称', '引水'], ['年度目标', '修渠']]
const heading = ['一级指标', '二级指标', '三级指标', '指标值']
const indicator = (index: number) => ['产出指标', '数量指标', `渠${index}`, `${index}米`]
const listHeading = ['项目名称', '资金总额', '年度目标', '绩效指标']
const sentence =
  '这是一段说明文字，没有任何表格，只是一段很长很长的文字，用来说明情况，写得越长越好，超过四十个字为止。'

/** Rows of a text in which one thing comes `count` times. */
const texts: Record<string, (count: number) => Rows> = {
  indicators: (count) => [...header, heading, ...times(count, indicator)],
  'the same indicator': (count) => [...header, heading, ...times(count, () => indicator(1))],
  headings: (count) => [...header, ...times(count, () => heading)],
  'headings in two lines': (count) => [
    ...header,
    ...times(count, () => [heading.slice(0, 2), heading.slice(2)]).flat(),
  ],
  'different headings': (count) => [...header, ...times(count, (index) => [...heading, `列${index}`])],
  titles: (count) => times(count, () => ['项目支出绩效目标表']),
  names: (count) => times(count, (index) => ['项目名称', `引水${index}`]),
  labels: (count) => [...header, ...times(count, (index) => [`某某标签${'甲乙丙丁'[index % 4]}`, `${index}`])],
  'labels in a row, values below': (count) => [...header, times(count, () => '资金总额'), times(count, String)],
  'totals and parts in a row': (count) => [
    ...header,
    times(count, (index) => ['资金总额', '1', '财政拨款', '1'][index % 4] ?? ''),
  ],
  'columns of a heading': (count) => [
    ...header,
    [...heading, ...times(count, (index) => `县${index}`)],
    [...indicator(1), ...times(count, String)],
  ],
  'columns below a group': (count) => [
    ...header,
    [...heading, ...times(count, () => '')],
    ['', '', '', ...times(count, (index) => `县${index}`)],
    ['产出指标', '数量指标', '渠', ...times(count, String)],
  ],
  'projects of a list': (count) => [
    listHeading,
    ...times(count, (index) => [`项目${index}`, '1', '修渠', '1、产出指标；数量指标；渠；年度指标值:3米。']),
  ],
  'rows of a project of a list': (count) => [
    [...listHeading.slice(0, 3), ...heading],
    ...times(count, (index) => ['引水', '1', '修渠', ...indicator(index)]),
  ],
  'entries of a packed cell': (count) => [
    listHeading,
    [
      '引水',
      '1',
      '修渠',
      times(count, (index) => `${index + 1}、产出指标；数量指标；渠${index}；年度指标值:${index}米。`).join(''),
    ],
  ],
  'pieces of a packed cell': (count) => [
    listHeading,
    ['引水', '1', '修渠', times(count, (index) => `维修${index}次；`).join('')],
  ],
  'rows of funds': (count) => [
    ...header,
    ['项目资金', '年初预算数', '全年执行数', '执行率'],
    ...times(count, () => ['年度资金总额', '1', '2', '3']),
  ],
  'rows of a small table': (count) => [
    ...header,
    ['支出内容', '预算金额', '测算依据'],
    ...times(count, (index) => ['电费', `${index}`, '标准']),
  ],
  tasks: (count) => [
    ...header,
    ['年度主要任务', '任务名称', '主要内容'],
    ...times(count, (index) => ['', `任务${index}`, '内容']),
  ],
  prose: (count) => [['项目支出绩效目标表'], ...times(count, () => [sentence])],
  notes: (count) => [...header, heading, indicator(1), ...times(count, (index) => [`备注${index}`])],
  'texts alone': (count) => [...header, heading, ...times(count, (index) => [`文字${index}`])],
  'first levels': (count) => [...header, heading, ...times(count, () => ['产出指标'])],
  'paragraphs of a goal': (count) => [...header, ...times(count, (index) => ['', `目标${index}：修渠`])],
  'indicators of both blocks': (count) => [
    ...header,
    ['长期指标'],
    heading,
    ...times(count, indicator),
    ['年度指标'],
    [...heading, '备注'],
    ...times(count, indicator),
  ],
  'cells on a line of their own': (count) => times(count, (index) => ['', `格${index}`]),
  'lines behind such cells': (count) => [
    ...times(5, (index) => ['', `格${index}`]),
    ...times(count, (index) => [`行${index}`]),
  ],
  'lines in groups': (count) => times(count, (index) => [`行${index}${index % 4 === 3 ? '\n' : ''}`]),
  'lines below printed headings': (count) => [
    ['一级指标      二级指标      三级指标      指标值'],
    ...times(count, () => ['产出指标      数量指标      渠道长度      3公里']),
  ],
  'cells in quotes': (count) => times(count, (index) => [`"格${index}"`, '"甲""乙"']),
  'cells of one line': (count) => [times(count, (index) => `格${index}`)],
}

const pages: Record<string, (count: number) => string> = {
  rows: (count) => `<table>${'<tr><td>甲<td>乙'.repeat(count)}</table>`,
  columns: (count) => `<table><tr>${'<td>甲'.repeat(count)}</table>`,
  'rows of levels': (count) => `<table>${'<tr><td>产出指标<td>数量指标<td>渠<td>3'.repeat(count)}</table>`,
  'rows of a merged cell': (count) =>
    `<table><tr><td rowspan=${count}>产出指标<td>甲${'<tr><td>乙'.repeat(count - 1)}</table>`,
  tables: (count) => '<table><tr><td>甲</table>'.repeat(count),
  'lines around a table': (count) => `<table><tr><td>甲</table>${'<p>行</p>'.repeat(count)}`,
  'line breaks of a cell': (count) => `<table><tr><td>甲${'<br>'.repeat(count)}乙</table>`,
  'paragraphs of a cell': (count) => `<table><tr><td>${'<p>甲</p>'.repeat(count)}</table>`,
}

/**
 * Steps of the second hundreds as a share of those of the first: 2 for a straight line, 4 for a square. Each count is the double of
 * the one before, so that texts looked at for the first time (words/remember.ts) are in the same proportion.
 */
function growth(work: (count: number) => void): number {
  const [first = 0, second = 0, third = 0] = [75, 150, 300, 600].map((count) => steps.count(() => work(count))).slice(1)
  return (third - second) / Math.max(1, second - first)
}

const textOf = (rows: Rows): string => rows.map((cells) => cells.join('\t')).join('\n')

test.each(Object.entries(texts))('%s', (_, make) => {
  const read = (count: number) => {
    const bytes = new TextEncoder().encode(textOf(make(count)))
    for (const grid of readDocument('a.txt', bytes).grids) readGrid(grid, builtIn.all)
  }
  expect(growth(read)).toBeLessThan(2.4)
  expect(growth((count) => paste({ html: '', plain: textOf(make(count)) }, createRandom(6)))).toBeLessThan(2.4)
})

test.each(Object.entries(pages))('pasted %s', (_, make) => {
  expect(growth((count) => paste({ html: make(count), plain: '' }, createRandom(6)))).toBeLessThan(2.4)
})
