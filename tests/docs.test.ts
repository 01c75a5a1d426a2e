/** The README stays true: every path and script it names exists, and every command of the command line it shows is known. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commands } from '../main/cli/commands.ts'

const root = join(import.meta.dirname, '..')
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }

describe('README', () => {
  test('names only paths that exist', () => {
    const paths = [...readme.matchAll(/(?:`|\()((?:shared|main|renderer|tests)\/[\w./-]+)(?:`|\))/g)].map(
      (match) => match[1] ?? '',
    )
    expect(paths.length).toBeGreaterThan(15)
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })

  test('names only scripts that exist', () => {
    const names = [...readme.matchAll(/npm (?:run (?:-s )?)([\w:]+)/g)].map((match) => match[1] ?? '')
    expect(names.length).toBeGreaterThan(5)
    expect(names.filter((name) => !(name in scripts))).toEqual([])
  })

  test('shows every command of the command line', () => {
    const shown = new Set([...readme.matchAll(/npm run -s jibiao -- ([\w-]+)/g)].map((match) => match[1] ?? ''))
    expect([...shown].filter((name) => name !== 'help').toSorted()).toEqual(commands.map(({ name }) => name).toSorted())
  })

  test('its example files are there', () => {
    const files = [...readme.matchAll(/main\/resources\/[\w./-]+\.json/g)].map((match) => match[0])
    expect(files.length).toBeGreaterThan(0)
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([])
  })

  test('no address of a package registry stands in any file of the set-up', () => {
    for (const file of ['package.json', 'package-lock.json', '.npmrc', 'README.md', '.ci/run']) {
      expect(readFileSync(join(root, file), 'utf8'), file).not.toMatch(/registry\.|npmmirror|resolved"/)
    }
  })

  test('the lockfile names every optional package, so that every npm takes it on every platform', () => {
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { optionalDependencies?: Record<string, string> }>
    }
    const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !(`node_modules/${name}` in lock.packages) && !(`${path}/node_modules/${name}` in lock.packages),
      ),
    )
    expect(missing).toEqual([])
  })

  test('dependencies are pinned to exact versions', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
      string,
      Record<string, string>
    >
    for (const group of ['dependencies', 'devDependencies', 'optionalDependencies']) {
      for (const [name, version] of Object.entries(manifest[group] ?? {}))
        expect(version, name).toMatch(/^\d+\.\d+\.\d+$/)
    }
  })
})
