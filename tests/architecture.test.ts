import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { breaches, circles, importsOf, parseImports, sourceFiles } from './support/imports.ts'
import { builtIn } from '../shared/templates/built-in.ts'
import { importTable } from './support/import-table.ts'
import { isAnswer, secondAnswers, withoutComments } from './support/answers.ts'
import { questionTable } from './support/question-table.ts'

const root = join(import.meta.dirname, '..')
const files = sourceFiles(root, ['shared', 'main', 'renderer'])
const imports = files.flatMap((file) => importsOf(root, file))

describe('who imports whom', () => {
  test('the test sees the files and their imports', () => {
    expect(files.length).toBeGreaterThan(60)
    expect(
      imports.some((entry) => entry.file === 'shared/layout/build.ts' && entry.target === 'shared/layout/draft.ts'),
    ).toBe(true)
    expect(imports.some((entry) => entry.target === 'node:')).toBe(true)
  })

  test('no file imports what its folder may not', () => {
    expect(breaches(importTable, imports)).toEqual([])
  })

  test('every row of the table rules a file, and every relative import leads to one', () => {
    for (const row of importTable)
      if (existsSync(join(root, row.from)))
        expect(
          files.some((file) => file.startsWith(row.from)),
          row.from,
        ).toBe(true)
    for (const entry of imports.filter((one) => /^(shared|main|renderer)\//.test(one.target))) {
      expect(existsSync(join(root, entry.target)), `${entry.file} → ${entry.target}`).toBe(true)
    }
  })

  test.each([
    ['shared/model/x.ts', `import { a } from '../values/money.ts'`],
    ['shared/layout/x.ts', `import { hebei } from '../templates/hebei.ts'`],
    ['main/store/x.ts', `import { read } from '../documents/read.ts'`],
    ['main/documents/x.ts', `export { open } from '../store/open.ts'`],
    ['main/handlers/x.ts', `const { app } = await import('electron')`],
    ['renderer/editor/x.tsx', `import { List } from '../projects/list.tsx'`],
    ['renderer/editor/x.tsx', `import { openStore } from '../../main/store/store.ts'`],
  ])('a forbidden import is found: %s', (file, source) => {
    expect(breaches(importTable, parseImports(file, source))).toHaveLength(1)
  })

  test('a type may be imported where only types are allowed', () => {
    const source = `import type { Template } from '../templates/template.ts'`
    expect(breaches(importTable, parseImports('shared/layout/x.ts', source))).toEqual([])
  })
})

describe('the forms are handed in', () => {
  const entries = [
    'main/app/command-line.ts',
    'main/app/program.ts',
    'main/cli/main.ts',
    'main/launch/browser-host.ts',
    'renderer/show-app.tsx',
  ]

  test('only the entries that put a program together import the list of forms, and no form is imported elsewhere', () => {
    const forms = readdirSync(join(root, 'shared', 'templates')).filter((name) => /-\d{4}\.ts$/.test(name))
    expect(forms.length).toBeGreaterThan(3)
    const importing = (target: string): string[] =>
      imports.filter((entry) => entry.target === `shared/templates/${target}`).map(({ file }) => file)
    expect(importing('built-in.ts').toSorted()).toEqual(entries)
    expect([...new Set(forms.flatMap(importing))]).toEqual(['shared/templates/built-in.ts'])
  })

  test('no form is called by its id or its name outside its own file', () => {
    const words = builtIn.all.flatMap(({ id, name }) => [`'${id}'`, name, name.replace(/[\s\d]+/g, '')])
    const naming = files
      .filter((file) => !file.startsWith('shared/templates/'))
      .filter((file) => {
        const text = withoutComments(readFileSync(join(root, file), 'utf8'))
        return words.some((word) => text.includes(word))
      })
    expect(naming).toEqual([])
  })
})

describe('rooms', () => {
  test('no folder holds more than twenty files: there is a second idea in it', () => {
    const rooms = Map.groupBy(files, (file) => dirname(file))
    expect([...rooms].filter(([, own]) => own.length > 20).map(([room]) => room)).toEqual([])
  })

  test('no file imports itself, by whatever way', () => {
    expect(circles(imports)).toEqual([])
  })

  test('a circle is found', () => {
    const to = (file: string, target: string) => ({ file, target, isType: false })
    expect(circles([to('a', 'b'), to('b', 'c'), to('c', 'b')])).toEqual(['b → c → b'])
  })
})

describe('one answer to each question', () => {
  const sources = files.map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))

  const answersOf = (text: string, file = 'main/cli/x.ts') =>
    secondAnswers(
      questionTable.map((row) => ({ ...row, except: {} })),
      [{ file, text }],
    )

  test('no second module answers one', () => {
    expect(secondAnswers(questionTable, sources)).toEqual([])
  })

  test.each(questionTable.map((row) => [row.question, row] as const))('“%s” is answered at home', (_, row) => {
    expect(sources.some((source) => source.file === row.home && isAnswer(row, source))).toBe(true)
  })

  test.each([
    ['which row is the same', 'function matchRows(before: Indicator[], after: Indicator[]): RowPair[] {}'],
    ['which row is the same', 'const isSameIndicator = (one: Indicator, other: Indicator) => one.name === other.name'],
    ['which project is this', 'export function matchProjects(incoming: readonly Incoming[]) {}'],
    ['which unit is this', 'function unitKey({ unit }: ProjectRecord): string { return unit.code.trim() }'],
    ['which unit is this', 'const mates = `SELECT seq FROM projects WHERE unit_code = ? AND unit_name = ?`'],
    ['which unit is this', 'const mates = all.filter(({ unitCode }) => unitCode === own.unitCode)'],
    ['what year is it', 'const known = { template, fiscalYear: record.year, unit }'],
    ['what year is it', "const mates = `SELECT seq FROM projects WHERE deleted_at = '' AND year = ? AND template = ?`"],
    ['which table is this', 'export function tableKey(template: Template, record: ProjectRecord): string {}'],
    ['how much is it together', 'export const sumAmounts = (texts: string[]) => 0'],
    ['how much is it together', 'const sum = numbers.reduce((all, one) => all.plus(one), Big(0))'],
    ['how much is it together', 'database.prepare(`SELECT sum(total_micro_wan) FROM projects`)'],
    ['what differs', 'function findDifferences(before: ProjectRecord, after: ProjectRecord): string[] {}'],
    ['what year is it', 'const isYear = /^\\d{4}$/.test(text)'],
    ['what year is it', 'export const isFiscalYear = (text: string) => text.length === 4'],
    ['what content is this', 'export function recordHash(record: ProjectRecord): string {}'],
    ['which text is the same', "const key = (text: string) => text.normalize('NFKC').replaceAll(/\\s/g, '')"],
    ['which text is the same', "const bare = (text: string): string => toHalfWidth(text).replaceAll(/\\s/g, '')"],
    ['what is the path of a field', 'const path = `indicators[${index}].target`'],
    ['what is the path of a field', 'const row = /^indicators\\[(\\d+)\\]/.exec(path)?.[1]'],
    ['what is the path of a field', "if (path.startsWith('indicators[')) return"],
    ['what is the path of a field', "const key = path.slice('extra.'.length)"],
    ['is it blank or a placeholder', "export const isBlank = (text: string): boolean => text.trim() === ''"],
    ['is it blank or a placeholder', 'export function isPlaceholder(text: string): boolean {}'],
    ['which half of the form', 'export function halfOfColumn(template: Template, column: number): Half | null {}'],
    ['what is a field called', "const names = { weight: '权重', evidence: '佐证资料' }"],
    ['what state may follow', "const words = { submitted: '已报送' }"],
  ])('a second answer is found: %s, %s', (question, text) => {
    expect(answersOf(text)).toEqual([expect.stringContaining(`main/cli/x.ts answers “${question}”`)])
  })

  test('a record’s text is blank or not in one way, in every room that works with records', () => {
    const text = "const typed = points.filter((point) => point.trim() !== '')"
    expect(answersOf(text, 'shared/rules/x.ts')).toEqual([expect.stringContaining('blank or a placeholder')])
    expect(answersOf(text, 'main/documents/x.ts')).toEqual([])
  })

  test('every question has an example here', () => {
    const own = readFileSync(join(import.meta.dirname, 'architecture.test.ts'), 'utf8')
    expect(questionTable.filter(({ question }) => !own.includes(`['${question}', `))).toEqual([])
  })

  test.each([
    ['a property', 'const one = record.indicators[index]'],
    ['a path of SQLite', 'const text = read.get(`$.indicators[${index}]`, seq)'],
    ['a comment', "/** `indicators[3].target`, isBlank, 已报送 */\n// text.normalize('NFKC')"],
    ['an import', "import { isBlank } from '../values/blank.ts'"],
    ['a private test of something else', 'const isBlank = (row: Indicator) => false'],
  ])('%s is none', (_, text) => {
    expect(answersOf(text)).toEqual([])
  })
})
