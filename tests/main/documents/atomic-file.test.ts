/** A file is there whole or not at all, nothing is left behind, and the message says what to do. */
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { takenNames, writeNumbered } from '../../../main/documents/numbered-file.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { refuseCalls } from '../../support/refused-call.ts'
import { fileError, writeFileAtomic, writeNewFile } from '../../../main/documents/atomic-file.ts'

let folder = ''
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'jibiao-atomic-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('writes a new file and replaces an old one', async () => {
  const path = join(folder, '绩效目标表.xlsx')
  await writeFileAtomic(path, new Uint8Array([1, 2, 3]))
  await writeFileAtomic(path, '新的内容')
  expect(readFileSync(path, 'utf8')).toBe('新的内容')
  expect(readdirSync(folder)).toEqual(['绩效目标表.xlsx'])
})

test('many at once on one name: one whole file, nothing else', async () => {
  const path = join(folder, 'a.bin')
  const writes = Array.from({ length: 10 }, (_, index) => writeFileAtomic(path, new Uint8Array(100_000).fill(index)))
  await Promise.all(writes)
  expect(new Set(readFileSync(path)).size).toBe(1)
  expect(statSync(path).size).toBe(100_000)
  expect(readdirSync(folder)).toEqual(['a.bin'])
})

test('a new file never replaces one that is there', async () => {
  const path = join(folder, '表.xlsx')
  await writeNewFile(path, '旧')
  await expect(writeNewFile(path, '新')).rejects.toMatchObject({ code: 'file-eexist' })
  expect(readFileSync(path, 'utf8')).toBe('旧')
  expect(readdirSync(folder)).toEqual(['表.xlsx'])
})

test('many at once for one name: each is there under a number of its own', async () => {
  const taken = await takenNames(folder)
  const texts = ['一', '二', '三', '四', '五']
  const write = (text: string) => writeNumbered(folder, new Set(taken), '表', 'txt', new TextEncoder().encode(text))
  const paths = await Promise.all(texts.map(write))
  expect(paths.map((path) => readFileSync(path, 'utf8'))).toEqual(texts)
  expect(readdirSync(folder).toSorted()).toEqual(['表 (2).txt', '表 (3).txt', '表 (4).txt', '表 (5).txt', '表.txt'])
})

test('a folder of that name: the old content stays, a message, nothing left behind', async () => {
  const path = join(folder, '表')
  mkdirSync(path)
  writeFileSync(join(path, 'inside'), 'x')
  await expect(writeFileAtomic(path, 'new')).rejects.toMatchObject({
    message: expect.stringMatching(/^无法写入“表”：/),
  })
  expect(readdirSync(folder)).toEqual(['表'])
})

test.each(['EPERM', 'EBUSY', 'EACCES'])(
  '%s for a moment: written all the same; for good: told, nothing left behind',
  async (code) => {
    const path = join(folder, '表.xlsx')
    let times = 2
    const refused = refuseCalls('rename', () => (times -= 1) >= 0, code)
    await writeFileAtomic(path, '新的', [1, 1, 1])
    expect([readFileSync(path, 'utf8'), refused()]).toEqual(['新的', 2])
    times = Infinity
    await expect(writeFileAtomic(path, '更新的', [1, 1, 1])).rejects.toMatchObject({
      code: `file-${code.toLowerCase()}`,
      message: expect.stringMatching(/占用.*请先关闭它/),
    })
    expect([readFileSync(path, 'utf8'), refused(), readdirSync(folder)]).toEqual(['新的', 6, ['表.xlsx']])
  },
)

test('what waiting does not help is told at once', async () => {
  const refused = refuseCalls('rename', () => true, 'ENOSPC')
  await expect(writeFileAtomic(join(folder, '表.xlsx'), 'x')).rejects.toMatchObject({ code: 'file-enospc' })
  expect(refused()).toBe(1)
})

test.each([
  ['missing/a.xlsx', 'file-enoent', '文件夹不存在'],
  [`${'长'.repeat(200)}.xlsx`, 'file-enametoolong', '太长'],
])('%s → %s', async (name, code, words) => {
  await expect(writeFileAtomic(join(folder, name), 'x')).rejects.toMatchObject({
    code,
    message: expect.stringContaining(words),
  })
  expect(readdirSync(folder)).toEqual([])
})

// root may write everywhere
test.skipIf(process.getuid?.() === 0)('a read-only folder', async () => {
  chmodSync(folder, 0o500)
  await expect(writeFileAtomic(join(folder, 'a.xlsx'), 'x')).rejects.toMatchObject({ code: 'file-eacces' })
  chmodSync(folder, 0o700)
})

test('a full disk: the write fails with its reason, the old file is unharmed', async (context) => {
  const full = '/dev/full'
  const problem = await import('node:fs/promises').then(({ writeFile }) =>
    writeFile(full, 'x').then(
      () => null,
      (error: unknown) => error,
    ),
  )
  if (problem === null) context.skip('no /dev/full here')
  expect(fileError(problem, join(folder, '表.xlsx'))).toMatchObject({
    code: 'file-enospc',
    message: '无法写入“表.xlsx”：磁盘已满。请清理出空间，或换一个磁盘保存。',
  })
})

test.each(['EACCES', 'EPERM', 'EBUSY', 'ENOSPC', 'EROFS', 'ENAMETOOLONG', 'EIO'])('%s has words of its own', (code) => {
  const error = fileError(Object.assign(new Error('x'), { code }), '/a/表.docx')
  expect(error.message).toMatch(/^无法写入“表\.docx”：.*请/)
  expect(error.message).not.toContain(code)
})
