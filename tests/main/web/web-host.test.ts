/** The browser host from end to end: upload, read, save, export, download, events. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { inventedRecord } from '../../support/invented-records.ts'
import { startTestHost } from './running-host.ts'
import type { RunningHost } from './running-host.ts'

const file = (number: number): string =>
  JSON.stringify({ template: 'hebei-xinle-2024', record: inventedRecord(number) })
const value = async <T>(host: RunningHost, name: string, input: unknown): Promise<T> => {
  const answer = (await host.call(name, input)) as { ok: boolean; value: T; error?: unknown }
  expect(answer).toMatchObject({ ok: true })
  return answer.value
}

test('files are uploaded one by one, read together, saved and taken away', async () => {
  const host = await startTestHost()
  const first = (await host.upload('白河镇/一.json', file(1))).json as { value: { token: string } }
  const { token } = first.value
  await host.upload('../../二.json', file(2), token)
  const tooLarge = await host.upload('大.xlsx', Buffer.alloc(21 * 1024 * 1024), token)
  expect(tooLarge.json).toMatchObject({ ok: true })
  const preview = await value<{ files: { file: string; error: { code: string } | null }[] }>(host, 'import.read', {
    token,
  })
  expect(preview.files.map((one) => [one.file, one.error?.code ?? null])).toEqual([
    ['白河镇/一.json', null],
    ['二.json', null],
    ['大.xlsx', 'file-too-large'],
  ])
  expect(await value(host, 'import.commit', { token })).toMatchObject({ imported: 2 })
  const spool = join(host.folder, 'spool', String(process.pid), 'uploads')
  expect(existsSync(spool) ? readdirSync(spool) : []).toEqual([])
})

test('a file the page could not send is named among the others', async () => {
  const host = await startTestHost()
  const first = (await host.upload('一.json', file(1))).json as { value: { token: string } }
  const { token } = first.value
  for (const [name, unsent] of [
    ['大.xlsx', 'large'],
    ['不见了.xlsx', 'unreadable'],
    ['怪.xlsx', 'constructor'],
  ]) {
    await host.upload(name ?? '', '', token, { unsent: unsent ?? '' })
  }
  const preview = await value<{ files: { file: string; error: { code: string } | null }[] }>(host, 'import.read', {
    token,
  })
  expect(preview.files.map((one) => [one.file, one.error?.code ?? null])).toEqual([
    ['一.json', null],
    ['大.xlsx', 'file-too-large'],
    ['不见了.xlsx', 'file-unreadable'],
    ['怪.xlsx', 'F-EMPTY'],
  ])
})

test('a whole workspace is sent to restore from; only the last one is kept', async () => {
  const host = await startTestHost()
  await value(host, 'examples.open', {})
  const exported = await value<{ downloads: { token: string }[] }>(host, 'backup.export', { job: 'a' })
  const token = exported.downloads[0]?.token ?? ''
  const { body } = await host.send((await value<{ url: string }>(host, 'download.ticket', { token })).url)
  const send = async (name: string): Promise<string> =>
    ((await host.upload(name, body, undefined, { use: 'workspace' })).json as { value: { token: string } }).value.token
  const first = await send('旧.db')
  const second = await send('新.db')
  expect(await host.call('backup.look', { token: first })).toMatchObject({ ok: false, error: { code: 'not-found' } })
  await value(host, 'projects.remove', {
    ids: (await value<{ id: string }[]>(host, 'projects.list', { deleted: false })).map(({ id }) => id),
  })
  expect(await value(host, 'backup.look', { token: second })).toMatchObject({ name: '新.db', onlyThere: 25 })
  expect(await value(host, 'backup.restore', { source: { token: second }, job: 'b' })).toMatchObject({ projects: 25 })
})

test('a token of nobody, and a name of nothing, are refused', async () => {
  const host = await startTestHost()
  expect((await host.upload('一.json', file(1), 'nobody')).json).toMatchObject({
    ok: false,
    error: { code: 'not-found' },
  })
  expect((await host.upload('../..', file(1))).json).toMatchObject({ ok: false, error: { code: 'bad-input' } })
})

test('one exported file comes as it is, several as one zip', async () => {
  const host = await startTestHost()
  await value(host, 'examples.open', {})
  const projects = await value<{ id: string; template: string }[]>(host, 'projects.list', { deleted: false })
  const ids = projects.filter(({ template }) => template === 'hebei-xinle-2024').map(({ id }) => id)
  const exported = async (chosen: string[], format: string) =>
    (
      await value<{ downloads: { name: string; token: string }[] }>(host, 'export.run', {
        ids: chosen,
        format,
        single: false,
        job: format,
      })
    ).downloads[0] ?? { name: '', token: '' }
  const ticket = async (token: string) => (await value<{ url: string }>(host, 'download.ticket', { token })).url
  const download = await exported(ids.slice(0, 1), 'xlsx')
  const address = await ticket(download.token)
  const answer = await host.send(address)
  expect(answer.body.subarray(0, 2).toString()).toBe('PK')
  expect(decodeURIComponent(String(answer.headers['content-disposition']))).toContain(download.name)
  expect((await host.send(address)).status).toBe(404) // good once
  expect((await host.send(await ticket(download.token))).body).toEqual(answer.body) // and another as often as wanted
  const many = await exported(ids, 'html')
  const zip = await host.send(await ticket(many.token))
  const names = Object.keys(unzipSync(zip.body))
  expect(names).toHaveLength(7)
  expect(names.every((name) => name.endsWith('.html'))).toBe(true)
  for (const path of ['/download/nobody', `/download/${download.token}`]) {
    expect((await host.send(path)).status).toBe(404)
  }
  expect(await host.call('download.ticket', { token: 'nobody' })).toMatchObject({
    ok: false,
    error: { code: 'not-found' },
  })
})

test('a line hears of changes once its page has spoken, and not before', async () => {
  const host = await startTestHost()
  await host.signIn()
  const line = await host.openWith((await host.keysOf(await host.signIn()))?.key ?? '')
  if (line.kind !== 'open') throw new Error(line.kind)
  const create = () =>
    host.call('projects.create', { template: 'hebei-xinle-2024', year: '', unitName: '甲', unitCode: '' })
  await create() // unheard: whoever knows the name of a key could have opened this line
  await host.keysOf(line.secret)
  const created = (await create()) as { value: { id: string } }
  const heard = await line.next(10_000)
  line.end()
  expect(heard).toEqual({ name: 'store.changed', data: JSON.stringify({ ids: [created.value.id] }) })
})

test('printing is left to the page', async () => {
  const host = await startTestHost()
  const { id } = await value<{ id: string }>(host, 'projects.create', {
    template: 'hebei-xinle-2024',
    year: '',
    unitName: '甲',
    unitCode: '',
  })
  expect(await value(host, 'print.run', { ids: [id] })).toEqual({ printed: false })
})
