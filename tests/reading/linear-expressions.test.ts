/**
 * Every regular expression that meets foreign text costs at most a fixed number of steps a character: no line of dots or
 * blanks holds the reader up. Decided by recheck, which counts the ways an expression can match and times nothing.
 */
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { foreignSources } from '../support/foreign-sources.ts'

const { checkSync } = await vi.hoisted(async () => {
  process.env['RECHECK_SYNC_BACKEND'] = 'pure' // its own programs for each system are not needed
  return import('recheck')
})

interface Expression {
  file: string
  source: string
  flags: string
}

/** Readers, and what looks at every text of a record while a person types: rules, identities, the editor. */
const sources = foreignSources(['shared', 'main/documents', 'renderer/editor'])

const written: Expression[] = sources.flatMap(({ file, nodes }) =>
  nodes.flatMap(({ regex }) => {
    if (typeof regex !== 'object' || regex === null || !('pattern' in regex) || !('flags' in regex)) return []
    return [{ file, source: String(regex.pattern), flags: String(regex.flags) }]
  }),
)

/** Expressions put together when a file is loaded, with the file that does it. */
const built: Expression[] = []
const buildingFiles = sources
  .filter(({ text }) => /\bRegExp\(/u.test(text))
  .map(({ file, text }) => ({ file, times: text.match(/\bRegExp\(/gu)?.length ?? 0 }))

await (async () => {
  const plain = RegExp
  globalThis.RegExp = new Proxy(plain, {
    construct(target, [source, flags]: [string | RegExp, string?]) {
      const expression = new target(source, flags)
      const file = buildingFiles.find((one) => new Error('where from').stack?.includes(one.file))?.file
      if (file !== undefined) built.push({ file, source: expression.source, flags: expression.flags })
      return expression
    },
  })
  vi.resetModules()
  for (const { file } of buildingFiles) await import(/* @vite-ignore */ join(process.cwd(), file))
  globalThis.RegExp = plain
})()

test('the expressions are found: those written down, and those put together when a file is loaded', () => {
  expect(written.length).toBeGreaterThan(250)
  expect(new Set(written.map(({ file }) => file))).toContain('shared/reading/lines/table-lines.ts')
  for (const { file, times } of buildingFiles)
    expect({ file, times: built.filter((one) => one.file === file).length }).toEqual({ file, times })
})

/**
 * The judge knows no look to the side. A look ahead is put to it as a part that may be there, a look behind (of one
 * character) as nothing, and behind the whole stands a character that never comes: so every way the engine could try is
 * among those it judges.
 */
function withoutLooks(source: string): string {
  if (!/\(\?<?[=!]/u.test(source)) return source
  const behind = source.replace(/\(\?<[=!](?:\[[^\]]*\]|\\.|[^()\\])\)/gu, '')
  return `(?:${optionalLooks(behind)})\uE000`
}

function optionalLooks(source: string): string {
  const at = source.search(/\(\?[=!]/u)
  if (at < 0) return source
  let depth = 0
  let inClass = false
  for (let index = at; index < source.length; index++) {
    const character = source[index]
    if (character === '\\') index++
    else if (inClass) inClass = character !== ']'
    else if (character === '[') inClass = true
    else if (character === '(') depth++
    else if (character === ')' && --depth === 0)
      return optionalLooks(`${source.slice(0, at)}(?:${source.slice(at + 3, index)})?${source.slice(index + 1)}`)
  }
  throw new Error(`no end of the look ahead in ${source}`)
}

function verdictOf(source: string, flags: string): string {
  const plain = withoutLooks(source)
  const found = checkSync(plain, flags, { checker: 'automaton', timeout: 60_000, maxNFASize: 100_000 })
  if (found.status === 'safe') return 'linear'
  return found.status === 'vulnerable' ? `vulnerable ${found.complexity.summary}` : `unknown ${found.error.kind}`
}

test('the judge knows an expression that tries too many ways, exponential or as the square of a length', () => {
  expect(verdictOf('(?:\\d{4}年|[.…]{3,}\\d*)+$', 'u')).toMatch(/^vulnerable exponential/u)
  expect(verdictOf('\\s+$', 'u')).toMatch(/^vulnerable 2nd degree/u)
  expect(verdictOf('^\\s*[①-⑳]', 'u')).toBe('linear')
  expect(verdictOf('^\\d+(?=\\s*-)', 'u')).toBe('linear')
  expect(verdictOf('^.*(?=.*x)', 'u')).toMatch(/^vulnerable 2nd degree/u)
})

test('every one is linear', { timeout: 120_000 }, () => {
  const different = new Map([...written, ...built].map((one) => [`${one.source}/${one.flags}`, one]))
  const slow = [...different.values()].flatMap((one) => {
    const verdict = verdictOf(one.source, one.flags)
    return verdict === 'linear' ? [] : [{ ...one, verdict }]
  })
  expect(slow).toEqual([])
})
