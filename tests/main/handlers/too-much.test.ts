/** More than a record can hold: the table is shown cut, with the cell named; it is not taken in, and everything beside it is. */
import { builtIn } from '../../../shared/templates/built-in.ts'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readTables } from '../../../main/documents/worker/read-tables.ts'
import { checkRecord, isWithinBounds } from '../../../shared/model/check.ts'
import { maximumText } from '../../../shared/model/check-parts.ts'
import { cutCode } from '../../../shared/model/problem.ts'
import { copyExamples, openCommandLine } from '../cli/command-line.ts'
import { openTestWorkspace } from './test-workspace.ts'

const row = (...cells: string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`

/** A form as another program writes it. */
const form = (
  name: string,
  goal: string,
  indicators: string[][] = [['产出指标', '数量指标', '修渠长度', '3公里']],
): string =>
  `<p>项目支出绩效目标表</p><table>${[
    row('项目名称', name),
    row('年度目标', goal),
    row('一级指标', '二级指标', '三级指标', '指标值'),
    ...indicators.map((cells) => row(...cells)),
  ].join('')}</table>`

const page = (...forms: string[]): Uint8Array => new TextEncoder().encode(`<html><body>${forms.join('')}</body></html>`)

const tooLong = '渠'.repeat(maximumText + 1)

async function tablesOf(bytes: Uint8Array) {
  const { error, tables } = await readTables({ name: '长.html', bytes }, builtIn)
  expect(error).toBeNull()
  for (const { record } of tables) expect([checkRecord(record).ok, isWithinBounds(record)]).toEqual([true, true])
  return tables
}

test('a text is cut between characters, and the cell it stands in is named', async () => {
  const [cut, whole] = await tablesOf(page(form('引水', `${'渠'.repeat(maximumText - 1)}𡎚𡎚`), form('植树', '种树。')))
  expect(cut?.record.goal.annual).toBe('渠'.repeat(maximumText - 1))
  expect(cut?.problems[0]).toMatchObject({
    code: cutCode,
    severity: 'error',
    path: 'goal.annual',
    place: { sheet: '', cell: 'B3' },
    message: expect.stringMatching(/^B3：这里有 100003 个字.*最多 100000 个字.*请在原文件里删减后再导入/u),
  })
  expect(whole?.problems).toEqual([])
})

test('as long as a text may be it is whole', async () => {
  const [table] = await tablesOf(page(form('引水', '渠'.repeat(maximumText))))
  expect(table?.record.goal.annual).toHaveLength(maximumText)
  expect(table?.problems).toEqual([])
})

test('more rows than a record can hold, and a label that is no name of a field', async () => {
  const indicators = Array.from({ length: 5001 }, (_, index) => ['产出指标', '数量指标', `渠 ${index}`, `${index}米`])
  const [long] = await tablesOf(page(form('引水', '修渠。', indicators)))
  expect(long?.record.indicators).toHaveLength(5000)
  expect(long?.problems[0]).toMatchObject({
    code: cutCode,
    message: expect.stringContaining('有 5001 条，最多 5000 条'),
  })
  const named = form('引水', '修渠。')
    .replace('指标值', `指标值</td><td>${'说明'.repeat(600)}`)
    .replace('3公里', '3公里</td><td>无')
  const [label] = await tablesOf(page(named))
  expect(label?.problems[0]).toMatchObject({ code: cutCode, message: expect.stringContaining('最多 1000 个字') })
})

test('on the page the others are taken in, and the one is named with its cell', async () => {
  const { folder, answers, value } = openTestWorkspace()
  const files = {
    '长格.html': page(form('引水', tooLong), form('植树', '种树。')),
    '好.html': page(form('修路', '修路。')),
  }
  answers.files = Object.entries(files).map(([name, bytes]) => {
    writeFileSync(join(folder, name), bytes)
    return join(folder, name)
  })
  const chosen = await value('import.choose', {})
  const preview = await value('import.read', { token: chosen?.token ?? '' })
  expect(preview.files.map(({ tables }) => tables.length)).toEqual([2, 1])
  const outcome = await value('import.commit', { token: preview.token })
  expect(outcome).toMatchObject({
    imported: 2,
    files: [
      {
        tables: [{ outcome: 'imported' }],
        error: { code: cutCode, message: expect.stringMatching(/^“长格.html”有一张表没有存入：B3：/u) },
      },
      { tables: [{ outcome: 'imported' }], error: null },
    ],
  })
  const projects = await value('projects.list', { deleted: false })
  expect(projects.map(({ projectName }) => projectName).toSorted()).toEqual(['修路', '植树'])
})

test('on the command line too: import, export and check; nothing else is refused with it', async () => {
  const { folder, run } = openCommandLine()
  copyExamples(folder)
  writeFileSync(join(folder, '长格.html'), page(form('引水', tooLong)))
  const alone = await run('import', '长格.html', '--workspace', 'a.db', '--json')
  expect(alone.status).toBe(2)
  expect(alone.stderr).toMatch(/长格\.html：.*B3：这里有 100001 个字/u)
  const both = await run('import', '长格.html', '例表/hebei-xinle-2024.json', '--workspace', 'b.db', '--json')
  expect(both.status).toBe(0)
  expect(both.json()).toMatchObject({
    imported: 7,
    files: [
      { tables: [], outcome: 'refused', error: { code: cutCode } },
      { tables: Array.from({ length: 7 }, () => ({ outcome: 'imported' })), error: null },
    ],
  })
  const checked = await run('check', '长格.html')
  expect(checked.status).toBe(1)
  expect(checked.stdout).toContain('B3：这里有 100001 个字')
  const written = await run('export', '长格.html', '--template', 'central-2021', '--format', 'json', '--out', 'out')
  expect(written.status).toBe(2)
  expect(written.stderr).toContain('有一张表没有输出：B3')
})
