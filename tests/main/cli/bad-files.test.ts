/** Files nobody can use: alone they are status 2 with the reason, among others they are one line and the others are read. */
import { execFileSync } from 'node:child_process'
import { closeSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { zipSync } from 'fflate'
import type { ReadFile } from '../../../shared/model/read-file.ts'
import { emptyRecord } from '../../../shared/model/project.ts'
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

test('an empty name is refused, not taken for the working folder', async () => {
  const { folder, run } = openCommandLine()
  copyExamples(folder)
  const alone = await run('read', '', '--json')
  expect(alone.status).toBe(2)
  expect(alone.json()).toMatchObject({ files: [{ file: '', error: { code: 'F-MISSING' }, tables: [] }] })
  expect(alone.stderr).toContain('文件名是空的')
  const among = await run('import', '例表/hebei-xinle-2024.json', '', '--workspace', 'w.db', '--json')
  expect(among).toMatchObject({ status: 0 })
  expect(among.json()).toMatchObject({ imported: 7 })
  expect((await run('collect', '', '--workspace', 'w.db')).status).toBe(2)
})

test('a folder: every file has one entry, whatever its ending; pipes are refused, lock files and hidden ones stay out', async () => {
  const { folder, run } = openCommandLine()
  copyExamples(folder)
  for (const name of ['~$甲.xlsx', '.藏.xlsx', '扫描.pdf', '打包.zip', '乙.et']) {
    writeFileSync(join(folder, '例表', name), name.endsWith('.pdf') ? '%PDF-1.7' : 'PK\u0003\u0004 cut')
  }
  if (process.platform !== 'win32') execFileSync('mkfifo', [join(folder, '例表', '管道.xlsx')])
  const ran = await run('read', '例表', '--json')
  expect(ran.status).toBe(0)
  const { files } = ran.json() as { files: ReadFile[] }
  const refused = files.filter(({ error }) => error !== null).map(({ file, error }) => [file, error?.code])
  expect(refused).toEqual([
    ['例表/乙.et', 'F-CUT'],
    ['例表/打包.zip', 'F-CUT'],
    ['例表/扫描.pdf', 'F-FOREIGN'],
    ...(process.platform === 'win32' ? [] : [['例表/管道.xlsx', 'F-SPECIAL']]),
  ])
  expect(files.length - refused.length).toBe(3)
})

test('names that steer a terminal or turn the writing are made visible wherever they are printed', async () => {
  const { folder, run } = openCommandLine()
  const evil = '甲\u001b]0;x\u0007\u202exslx\n错误：工作区已清空\u009b2J'
  const record = { ...emptyRecord(), unit: { code: '', name: evil }, project: { code: '', name: evil, leader: '' } }
  const names = process.platform === 'win32' ? ['甲.json'] : [`${evil}.json`, `坏${evil}.xlsx`]
  for (const name of names) {
    writeFileSync(
      join(folder, name),
      name.endsWith('.json') ? JSON.stringify({ template: 'xinjiang-korla-2023', record }) : '',
    )
  }
  const printed = [
    await run('read', ...names),
    await run('check', ...names),
    await run('import', ...names, '--workspace', 'w.db'),
    await run('list', '--workspace', 'w.db'),
    await run('export', ...names, '--format', 'html', '--out', '出'),
    await run('read', evil),
    await run('list', '--workspace', `${evil}.db`),
    await run('read', ...names, '--json'),
    await run(evil),
  ]
  for (const { stdout, stderr } of printed) {
    // oxlint-disable-next-line no-control-regex -- nothing of the kind may be printed
    expect(`${stdout}${stderr}`).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/)
    expect(`${stdout}${stderr}`).not.toMatch(/^错误：工作区已清空/m)
  }
  expect(printed[7]?.json()).toMatchObject({ files: names.map((file) => ({ file })) }) // as typed
})
