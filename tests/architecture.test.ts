import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { breaches, importsOf, parseImports, sourceFiles } from './support/imports.ts'
import { importTable } from './support/import-table.ts'

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
