import { expect, test } from 'vitest'
import { readDocument } from '../../../../main/documents/read.ts'
import { drawGrid } from '../../../support/office-files.ts'

const grid = (text: string, name = '白河镇.txt') => readDocument(name, new TextEncoder().encode(text)).grids[0]
const read = (text: string, name?: string) => drawGrid(grid(text, name))

test('tab-separated rows between heading lines; the range counts lines', () => {
  const text =
    '\n\n项目支出绩效目标表\n\n预算单位\t\t云溪县\t\n一级指标\t二级指标\t三级指标\n产出指标\t数量指标\t甲\n\t\t乙 丙\n\n'
  expect(read(text)).toEqual([
    '0:项目支出绩效目标表',
    '',
    '0:预算单位 | 2:云溪县',
    '0:一级指标 | 1:二级指标 | 2:三级指标',
    '0:产出指标 | 1:数量指标 | 2:甲',
    '2:乙 丙',
  ])
  expect(grid(text)).toMatchObject({ source: { range: 'A3:C8' }, hasSpans: false, origin: 'foreign' })
})

test('quoted cells as Excel copies them; other quotes are text', () => {
  expect(read('甲\t"目标1\r\n""两病""\t用药"\t丙\r\n"两病"用药\t"未完\t甲"乙\r\n')).toEqual([
    '0:甲 | 1:目标1⏎"两病"→用药 | 2:丙',
    '0:"两病"用药 | 1:"未完 | 2:甲"乙',
  ])
})

test('one cell per line: blank lines end rows, a line with a tab alone is a blank cell, titles have no tab', () => {
  const text = [
    '1.云溪县某项目绩效目标表',
    '\t450001云溪县医疗保障局',
    '\t单位：万元',
    '',
    '\t预算数',
    '\t5646.60',
    '\t其他资金',
    '\t ',
    '',
    '\t',
    '\t用于补助',
    '',
    '',
    '\t绩效目标',
    '\t1.甲。',
    '2.乙。',
    '',
    '\t产出指标',
    '\t数量指标',
    '',
    '\t',
    '\t质量指标',
    '第二张绩效目标表',
    '\t450001云溪县医疗保障局',
    '',
  ].join('\n')
  expect(read(text)).toEqual([
    '0:1.云溪县某项目绩效目标表',
    '0:450001云溪县医疗保障局 | 1:单位：万元',
    '0:预算数 | 1:5646.60 | 2:其他资金',
    '1:用于补助',
    '0:绩效目标 | 1:1.甲。⏎2.乙。',
    '0:产出指标 | 1:数量指标',
    '1:质量指标',
    '0:第二张绩效目标表',
    '0:450001云溪县医疗保障局',
  ])
})

test('groups of lines without tabs are rows; paragraphs are not', () => {
  expect(read('标题\n\n一级\n二级\n三级\n\n产出\n数量\n甲\n\n产出\n质量\n乙\n')).toEqual([
    '0:标题',
    '0:一级 | 1:二级 | 2:三级',
    '0:产出 | 1:数量 | 2:甲',
    '0:产出 | 1:质量 | 2:乙',
  ])
  expect(read('一段话\n第二行\n\n又一段')).toEqual(['0:一段话', '0:第二行', '', '0:又一段'])
})

test('csv: delimiters, quotes, a named delimiter', () => {
  expect(read('甲,"乙,""引""\n行",丙\n1,2,3\n', 'a.csv')).toEqual(['0:甲 | 1:乙,"引"⏎行 | 2:丙', '0:1 | 1:2 | 2:3'])
  expect(read('甲;乙\n1;2\n', 'a.csv')).toEqual(['0:甲 | 1:乙', '0:1 | 1:2'])
  expect(read('甲\t乙\n1\t2\n', 'a.csv')).toEqual(['0:甲 | 1:乙', '0:1 | 1:2'])
  expect(read('sep=|\n甲,x|乙\n', 'a.csv')).toEqual(['0:甲,x | 1:乙'])
  expect(read('甲\n', 'a.csv')).toEqual(['0:甲'])
})
