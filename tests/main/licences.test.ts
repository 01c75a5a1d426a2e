/** Every package that goes into the program brings the text of its licence. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { licencesText, packageLicences } from '../../main/launch/licences.ts'

const root = resolve(import.meta.dirname, '..', '..')
const licences = packageLicences(root)

test('each production package has its text, as its own file or by the name of its licence', () => {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  const names = new Map(licences.map((one) => [one.name, one]))
  for (const [name, version] of Object.entries(dependencies)) expect(names.has(`${name} ${version}`)).toBe(true)
  expect(licences.length).toBeGreaterThan(150)
  for (const { name, licence, texts } of licences) {
    expect(licence, name).not.toBe('')
    expect(texts.join('').length, name).toBeGreaterThan(300)
    expect(texts.join('\n'), name).toMatch(/copyright|licen[cs]e/i)
  }
})

test('licences that would bind the program’s own code are none of them', () => {
  const binding = licences.filter(({ licence }) => /GPL|SSPL|BUSL|CC-BY-NC/.test(licence) && !/ OR /.test(licence))
  expect(binding).toEqual([])
})

test('the file names each package before its text', () => {
  const text = licencesText(licences)
  expect(text).toMatch(/\nbetter-sqlite3 [\d.]+（MIT）\n/)
  expect(text).toContain('Julian Gruber') // its package has no file: the name comes from its package.json
})
