/** Characters no file can hold: replaced alike in every format, and told with cell and character. */
import { expect, test } from 'vitest'
import { readDocument } from '../../../main/documents/read.ts'
import { createDocumentWorker } from '../../../main/documents/worker/create-document-worker.ts'
import { readGrid } from '../../../shared/reading/read-grid.ts'
import { build } from '../../../shared/layout/build.ts'
import { builtIn } from '../../../shared/templates/built-in.ts'
import { writableLayout } from '../../../main/documents/writable-layout.ts'
import type { WriteProblem } from '../../../main/documents/volume.ts'
import { inventedRecord } from '../../support/invented-records.ts'
import { smallLayout } from '../../support/small-layout.ts'

const options = { title: '卷', contents: false, createdAt: '2024-05-01T00:00:00.000Z' }
const written: Parameters<ReturnType<typeof createDocumentWorker>['write']>[0][] = ['xlsx', 'docx', 'html']

test.each(written)('.%s: replaced, the rest as typed, and each cell told', async (format) => {
  const template = builtIn.find('xinjiang-korla-2023')
  if (!template) throw new Error('the form is missing')
  const record = inventedRecord(3)
  const [first, ...others] = record.indicators
  if (!first) throw new Error('the record has no indicators')
  const purpose = `开头\u0001中间\ud800结尾`
  const indicators = [{ ...first, name: `培训\u000b\u007f人次` }, ...others]
  const bad = { ...record, goal: { ...record.goal, annual: purpose }, indicators }
  const problems: WriteProblem[] = []
  const worker = createDocumentWorker(builtIn.all)
  try {
    const onProblem = (problem: WriteProblem): void => void problems.push(problem)
    const bytes = await worker.write(format, [{ template, records: [bad] }], { ...options, onProblem })
    const [table] = readDocument(`a.${format}`, bytes).grids.flatMap((grid) => readGrid(grid, builtIn.all))
    expect(table?.record.goal.annual).toBe('开头\ufffd中间\ufffd结尾')
    expect(table?.record.indicators[0]?.name).toBe('培训\ufffd\ufffd人次')
  } finally {
    await worker.close()
  }
  const cells = build(template, [bad]).cells
  const addressOf = (text: string): string => {
    const cell = cells.find((one) => one.text === text)
    return cell ? `${String.fromCharCode(65 + cell.column)}${cell.row + 1}` : 'none'
  }
  expect(problems.map(({ cell }) => cell)).toEqual([addressOf(purpose), addressOf(indicators[0]?.name ?? '')])
  expect(problems[0]?.message).toContain('2 个文件不能存放的字符（U+0001、U+D800），已换成“\ufffd”')
  expect(problems[1]?.message).toMatch(/单元格“三级指标”（[A-Z]\d+）里有 2 个文件不能存放的字符（U\+000B、U\+007F）/)
})

test('what a file can hold stays as it is, the same Layout comes back', () => {
  const layout = smallLayout(['😀 مرحبا', '一\n二\t三\r\n', '\u200b\u202e\u00a0', ']]>', '\ufffd'])
  expect(writableLayout(layout, 0, () => expect.unreachable())).toBe(layout)
})
