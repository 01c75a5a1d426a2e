/** What the first page loads before its list is on the screen, and what it asks for: both are the time of a start. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importsOf, parseImports } from '../support/imports.ts'
import { readFileSync } from 'node:fs'

const root = join(import.meta.dirname, '..', '..')
const entries = ['renderer/main.ts', 'renderer/show-app.tsx']

/** Everything a file imports at once: what is imported when needed (`import(…)`) is left out. */
function staticImports(file: string): string[] {
  const source = readFileSync(join(root, file), 'utf8').replaceAll(/\bimport\(/g, 'later(')
  return parseImports(file, source).flatMap(({ target, isType }) => (isType ? [] : target))
}

function loadedAtOnce(): { files: Set<string>; packages: Set<string> } {
  const files = new Set(entries)
  const packages = new Set<string>()
  for (const file of files) {
    for (const target of staticImports(file)) {
      if (!/^(renderer|shared)\//.test(target)) packages.add(target)
      else if (/\.tsx?$/.test(target)) files.add(target)
    }
  }
  return { files, packages }
}

test('the list is drawn without antd, and without the other pages', () => {
  const { files, packages } = loadedAtOnce()
  expect([...packages].filter((name) => !name.startsWith('@ant-design/icons/')).toSorted()).toEqual([
    'pinyin-match',
    'react',
    'react-dom',
    'zustand',
  ])
  expect([...files].filter((file) => /^renderer\/(?:editor|import|preview|settings)\//.test(file))).toEqual([])
  expect(files.has('shared/ipc/contract.ts')).toBe(false) // the checks of its inputs are the program's
})

test('the entry is little more than the line to the program and its calls, so that they are made first', () => {
  const { length } = importsOf(root, 'renderer/main.ts').filter(({ isType }) => !isType)
  expect(length).toBe(3)
  expect([...filesBelow('renderer/main.ts')].toSorted()).toEqual([
    'renderer/api.ts',
    'renderer/calls/early-calls.ts',
    'renderer/line/keyring.ts',
    'renderer/line/line-words.ts',
    'renderer/line/line.ts',
    'renderer/line/mac.ts',
    'renderer/line/open-line.ts',
    'renderer/line/page-line.ts',
    'renderer/line/read-events.ts',
    'renderer/main.ts',
    'shared/ipc/line.ts',
    'shared/ipc/result.ts',
    'shared/ipc/upload-limits.ts',
  ])
})

function filesBelow(entry: string): Set<string> {
  const files = new Set([entry])
  for (const file of files) for (const target of staticImports(file)) if (target.includes('.ts')) files.add(target)
  return files
}
