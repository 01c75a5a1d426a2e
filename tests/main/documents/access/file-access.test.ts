/**
 * The process that touches the person's files, on real paths: what is no file is refused, what does not answer costs its
 * time limit, the others are read. For a share that is gone the system holds whoever asks for a file there; strace does the
 * same to our process for one path.
 */
import { builtIn } from '../../../../shared/templates/built-in.ts'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFileAccess } from '../../../../main/documents/access/file-access.ts'
import { startAccessProcess } from '../../../../main/documents/access/start-access-process.ts'
import { createDocumentWorker } from '../../../../main/documents/worker/create-document-worker.ts'
import { emptyRecord } from '../../../../shared/model/project.ts'
import type { AccessProcess } from '../../../../main/documents/access/protocol.ts'
import type { FileAccess, FileAccessOptions } from '../../../../main/documents/access/file-access.ts'

let folder = ''
const opened: { close: () => unknown }[] = []
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'jibiao-access-'))))
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close()
  rmSync(folder, { recursive: true })
})

function open(options?: FileAccessOptions): FileAccess {
  const access = createFileAccess(options)
  opened.push(access)
  return access
}

function write(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const isPosix = process.platform !== 'win32'

test('bytes as they are; larger than a piece too', async () => {
  const access = open()
  const long = 'x'.repeat(3 * 1024 * 1024 + 7)
  expect(new TextDecoder().decode(await access.read(write('甲.txt', '目标')))).toBe('目标')
  expect((await access.read(write('乙.txt', long))).length).toBe(long.length)
  expect((await access.read(write('丙.txt', ''))).length).toBe(0)
})

test.runIf(isPosix)('devices, pipes and folders are refused, a missing file is told', async () => {
  const access = open()
  const pipe = join(folder, '管道.xlsx')
  execFileSync('mkfifo', [pipe])
  const link = join(folder, '链接.xlsx')
  symlinkSync('/dev/zero', link)
  for (const path of [pipe, link, '/dev/zero', '/dev/null', '/dev/stdin']) {
    await expect(access.read(path)).rejects.toMatchObject({ code: 'F-SPECIAL' })
  }
  await expect(access.read(folder)).rejects.toMatchObject({ code: 'F-MISSING' })
  await expect(access.read(join(folder, '无.xlsx'))).rejects.toMatchObject({ code: 'F-MISSING' })
})

test.runIf(process.platform === 'linux')(
  'a name that is no text, and links that lead in a circle, are told',
  async () => {
    const named = Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xb1, 0xed]), Buffer.from('.xlsx')]) // 表 in GBK
    writeFileSync(named, '目标')
    const [circle, back] = ['甲.xlsx', '乙.xlsx'].map((name) => join(folder, name))
    symlinkSync(circle ?? '', back ?? '')
    symlinkSync(back ?? '', circle ?? '')
    const access = open()
    await expect(access.read(circle ?? '')).rejects.toMatchObject({ reason: expect.stringContaining('链接') })
    await expect(access.read(named.toString())).rejects.toMatchObject({ reason: expect.stringContaining('不是 UTF-8') })
  },
)

test.runIf(process.platform === 'linux')('a file of the system that never ends is bounded by its bytes', async () => {
  await expect(open().read('/proc/self/mem')).rejects.toMatchObject({ code: 'F-DENIED' })
  const access = open({ start: () => startAccessProcess() })
  expect((await access.read('/proc/version')).length).toBeGreaterThan(10) // its size is said to be 0
})

const hasStrace = spawnSync('strace', ['-V']).status === 0

/** The process as it is, but what it asks the system about one path is answered after ten minutes. */
const heldAt = (path: string): (() => AccessProcess) => {
  const inject = ['-f', '-qq', '-o', '/dev/null', '-P', path, '-e', 'inject=statx,stat,openat:delay_enter=600s']
  return () => startAccessProcess(undefined, { execPath: 'strace', execArgv: [...inject, process.execPath] })
}

test.runIf(hasStrace)('a file that does not answer is left after its time, the ones around it are read', async () => {
  const json = JSON.stringify({ template: 'xinjiang-korla-2023', record: emptyRecord() })
  const paths = ['前.json', '没有回应.json', '后.json'].map((name) => write(name, json))
  const worker = createDocumentWorker(builtIn.all, { silenceMs: 3000, startAccess: heldAt(paths[1] ?? '') })
  opened.push(worker)
  const files = await worker.readFiles(paths.map((path, index) => ({ name: `${index}.json`, path })))
  expect(files.map(({ error }) => error)).toEqual([
    null,
    { code: 'F-TIME', message: expect.stringMatching(/^“1.json”等了 3 秒没有回应，已跳过。/) },
    null,
  ])
})

test.runIf(hasStrace)('waiting for a file that does not answer can be given up', async () => {
  const path = write('没有回应.json', '{}')
  const worker = createDocumentWorker(builtIn.all, { startAccess: heldAt(path) })
  opened.push(worker)
  const controller = new AbortController()
  const reading = worker.readFiles([{ name: '没有回应.json', path }], { signal: controller.signal })
  setTimeout(() => controller.abort(), 500)
  await expect(reading).rejects.toMatchObject({ code: 'cancelled' })
})

test('a process that ends by itself is told, and the next file is read by a new one', async () => {
  const started: ReturnType<typeof startAccessProcess>[] = []
  const access = open({
    start() {
      const process = startAccessProcess()
      started.push(process)
      return process
    },
  })
  const path = write('甲.txt', '目标')
  await access.read(path)
  started[0]?.kill()
  await expect(access.read(path)).rejects.toMatchObject({ code: 'F-DENIED' })
  expect((await access.read(path)).length).toBe(6)
  expect(started.length).toBe(2)
})

test('a folder gives every file below it in the order of names, and not what is hidden', async () => {
  for (const part of ['b', 'a/深']) mkdirSync(join(folder, part), { recursive: true })
  for (const name of ['b/2.pdf', 'b/1.xlsx', 'a/深/3.zip', '.藏.xlsx', 'b/~$1.xlsx', 'c.et']) write(name, '')
  if (isPosix) {
    symlinkSync(folder, join(folder, 'a', '回到上面'))
    symlinkSync(join(folder, 'c.et'), join(folder, 'b', '9.et'))
    symlinkSync(join(folder, '没有'), join(folder, 'b', '断.et'))
  }
  const listing = await open().list(folder)
  expect(listing.kind === 'folder' && listing.files.map(({ path }) => path.slice(folder.length + 1))).toEqual([
    'a/深/3.zip',
    'b/1.xlsx',
    'b/2.pdf',
    ...(isPosix ? ['b/9.et', 'b/断.et'] : []),
    'c.et',
  ])
  expect(await open().list(join(folder, 'c.et'))).toEqual({ kind: 'file' })
  await expect(open().list(join(folder, '没有'))).rejects.toMatchObject({ code: 'F-MISSING' })
})

test('a folder too deep is one entry that says so', async () => {
  const deep = join(folder, ...Array.from({ length: 25 }, () => '层'))
  mkdirSync(deep, { recursive: true })
  writeFileSync(join(deep, '底.xlsx'), '')
  const listing = await open().list(folder)
  expect(listing.kind === 'folder' && listing.files.map(({ problem }) => problem?.code)).toEqual(['F-NESTING'])
})
