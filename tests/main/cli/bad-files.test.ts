/** Files nobody can use: alone they are status 2 with the reason, among others they are one line and the others are read. */
import { closeSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { zipSync } from 'fflate'
import type { ReadFile } from '../../../shared/ipc/types.ts'
import { copyExamples, openCommandLine } from './command-line.ts'

const makers: Record<string, (path: string) => void> = {
  'empty.xlsx': (path) => writeFileSync(path, ''),
  'picture.xlsx': (path) => writeFileSync(path, Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')),
  'password.xlsx': (path) =>
    writeFileSync(path, Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1024)])),
  'cut.docx': (path) =>
    writeFileSync(
      path,
      Buffer.from(zipSync({ 'word/document.xml': new Uint8Array(5000) }, { level: 0 })).subarray(0, 900),
    ),
  'huge.xlsx': (path) => {
    const file = openSync(path, 'w')
    ftruncateSync(file, 210 * 1024 * 1024) // sparse
    closeSync(file)
  },
  'half.json': (path) => writeFileSync(path, '{"template": "hebei-xinle-2024", "record": {'),
  'words.xlsx': (path) => writeFileSync(path, '今天开会\n大家好'),
  'words.docx': (path) => writeFileSync(path, 'not a zip'),
  'program.docx': (path) => writeFileSync(path, Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300)])),
}

test.each(Object.keys(makers))('%s', async (name) => {
  const { folder, run } = openCommandLine()
  copyExamples(folder)
  makers[name]?.(join(folder, name))
  const alone = await run('read', name, '--json')
  expect(alone.status).toBe(2)
  const { files } = alone.json() as { files: ReadFile[] }
  expect(files).toMatchObject([{ file: name, tables: [], error: { code: expect.stringMatching(/^F-[A-Z]+$/) } }])
  expect(alone.stderr).toContain(name)
  expect(alone.stderr).toMatch(/\p{Script=Han}{3}/u)
  const among = await run('read', name, '例表/hebei-xinle-2024.json', '--json')
  expect(among.status).toBe(0)
  expect((among.json() as { files: ReadFile[] }).files.map(({ tables }) => tables.length)).toEqual([0, 7])
  const before = await run('import', name, '--workspace', 'w.db', '--json')
  expect(before.status).toBe(2)
  expect(() => readFileSync(join(folder, 'w.db'))).toThrow('ENOENT')
})

test('an empty folder', async () => {
  const { folder, run } = openCommandLine()
  mkdirSync(join(folder, 'nothing'))
  const ran = await run('read', 'nothing')
  expect(ran.status).toBe(2)
  expect(ran.stderr).toContain('文件夹里没有可以读取的文件')
})
