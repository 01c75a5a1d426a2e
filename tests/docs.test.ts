/** README and ARCHITECTURE stay true: what they name exists, what the command line's help says stands there, every room is on the map. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commands, optionTexts } from '../main/cli/commands.ts'
import { commandHelp, generalHelp } from '../main/cli/help.ts'
import { readOptions } from '../main/cli/options.ts'
import { sourceFiles } from './support/imports.ts'

const root = join(import.meta.dirname, '..')
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }

describe('README', () => {
  test('names only paths that exist', () => {
    const paths = [...readme.matchAll(/(?:`|\()((?:shared|main|renderer|tests)\/[\w./-]+)(?:`|\))/g)].map(
      (match) => match[1] ?? '',
    )
    expect(paths.length).toBeGreaterThan(2)
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })

  test('names only scripts that exist', () => {
    const names = [...readme.matchAll(/npm (?:run (?:-s )?)([\w:]+)/g)].map((match) => match[1] ?? '')
    expect(names.length).toBeGreaterThan(5)
    expect(names.filter((name) => !(name in scripts))).toEqual([])
  })

  describe('and the help of the command line say the same', () => {
    const section = /\n## 命令行\n([\s\S]*?)\n## /.exec(readme)?.[1] ?? ''
    const tables = section.split('\n\n').map((block) => block.split('\n').filter((line) => line.startsWith('| `')))
    const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``
    const row = (...cells: string[]): string => `| ${cells.join(' | ')} |`
    const [commandRows = [], optionRows = []] = tables.filter((rows) => rows.length > 0)

    test('every command with its words, its use and its options, and nothing else', () => {
      const told = commands.map(({ name, summary, usage, options }) =>
        row(code(name), summary, code(usage), options.map((option) => code(`--${option}`)).join(' ') || '—'),
      )
      expect(commandRows).toEqual(told)
    })

    test('every option, and nothing else', () => {
      const told = Object.values(optionTexts).map((text) => {
        const [option = '', ...words] = text.split(/\s{2,}/)
        return row(code(option), words.join(' '))
      })
      expect(optionRows.filter((line) => !line.includes('--json'))).toEqual(told)
      expect(optionRows.filter((line) => line.includes('--json'))).toHaveLength(1)
    })

    test('the help has them too', () => {
      for (const command of commands) {
        expect(generalHelp()).toContain(`  ${command.name.padEnd(10)} ${command.summary}`)
        const help = commandHelp(command)
        expect(help).toContain(command.usage)
        for (const option of command.options) expect(help).toContain(optionTexts[option])
      }
    })

    test('every option belongs to a command, and every example is one', () => {
      const used = new Set(commands.flatMap(({ options }) => options))
      expect([...used].toSorted()).toEqual(Object.keys(optionTexts).toSorted())
      const examples = [...section.matchAll(/npm run -s jibiao -- (.+)/g)].map((match) => (match[1] ?? '').split(' '))
      expect(examples.length).toBeGreaterThan(commands.length)
      for (const [name = '', ...words] of examples) {
        if (name === 'help') continue
        const command = commands.find((one) => one.name === name)
        if (!command) throw new Error(`README shows ${name}, which is no command`)
        expect(() => readOptions(command, words, '/')).not.toThrow()
      }
      expect(examples.map(([name]) => name)).toEqual(expect.arrayContaining(commands.map(({ name }) => name)))
    })
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

describe('ARCHITECTURE', () => {
  const text = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')

  test('names only what exists', () => {
    const paths = [...text.matchAll(/(?:`|\()((?:(?:shared|main|renderer|tests)\/|README)[\w./-]*)(?:`|\))/g)].map(
      (match) => match[1] ?? '',
    )
    expect(paths.length).toBeGreaterThan(120)
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })

  test('the map has every room, once, and no other', () => {
    const rooms = new Set(sourceFiles(root, ['shared', 'main', 'renderer']).map((file) => dirname(file)))
    const onMap = [...text.matchAll(/^\| `([\w./-]+)` \|/gm)].map((match) => match[1] ?? '')
    const unlisted = ['main/resources/examples', 'main/resources/icons', 'renderer/styles', 'renderer/editor/styles'] // no code
    expect(onMap.toSorted()).toEqual([...rooms, ...unlisted].toSorted())
  })

  test('each invariant names tests', () => {
    const section = /\n## Invariants\n([\s\S]*?)\n## /.exec(text)?.[1] ?? ''
    const invariants = section.split('\n- ').slice(1)
    expect(invariants.length).toBeGreaterThan(12)
    expect(invariants.filter((one) => !/`tests\/[\w./-]+\.test\.ts`/.test(one))).toEqual([])
  })
})
