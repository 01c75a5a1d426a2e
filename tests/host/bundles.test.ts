/** The built files themselves: the preload run with a double of Electron's renderer side, the document thread run as it is. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { runInNewContext } from 'node:vm'
import { beforeAll, expect, test } from 'vitest'
import { startAccessProcess } from '../../main/documents/access/start-access-process.ts'
import { openBrowserPrinter } from '../../main/documents/pdf/pdf.ts'
import { openWorkspaceFile } from '../../main/handlers/open-workspace-file.ts'
import { createStoreWorker } from '../../main/store/worker/store-worker.ts'
import { openDocuments } from '../../main/handlers/documents.ts'
import { buildProgram } from '../../main/launch/desktop-build.ts'
import { contract } from '../../shared/ipc/contract.ts'
import { eventNames } from '../../shared/ipc/events.ts'
import { builtIn } from '../../shared/templates/built-in.ts'
import { inventedRecord } from '../support/invented-records.ts'

const root = resolve(import.meta.dirname, '..', '..')
const app = join(root, 'build', 'app')

beforeAll(async () => void (await buildProgram(root)), 60_000)

interface Bridge {
  call: (name: unknown, input: unknown) => Promise<unknown>
  on: (name: unknown, listener: unknown) => () => void
  upload: (files: unknown) => Promise<unknown>
}

function runPreload(): { api: Bridge; invoked: unknown[][]; receive: (name: string, payload: unknown) => void } {
  const invoked: unknown[][] = []
  let api: Bridge | null = null
  let listener: ((event: unknown, name: string, payload: unknown) => void) | null = null
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, value: Bridge) => (name === 'api' ? (api = value) : undefined) },
    ipcRenderer: {
      invoke: async (...words: unknown[]) => invoked.push(words),
      on: (_channel: string, given: typeof listener) => (listener = given),
    },
    webUtils: { getPathForFile: (file: { path?: string }) => file.path ?? '' },
  }
  const require = (name: string): unknown => {
    if (name === 'electron') return electron
    throw new Error(`a sandboxed preload cannot load ${name}`)
  }
  runInNewContext(readFileSync(join(app, 'preload.cjs'), 'utf8'), { require, module: { exports: {} }, exports: {} })
  if (!api) throw new Error('window.api is missing')
  return { api, invoked, receive: (name, payload) => listener?.({}, name, payload) }
}

test('the preload gives the page call, on and upload, and nothing else', async () => {
  const { api, invoked } = runPreload()
  expect(Object.keys(api)).toEqual(['call', 'on', 'upload'])
  for (const name of Object.keys(contract)) await api.call(name, {})
  expect(invoked).toEqual(Object.keys(contract).map((name) => ['call', name, {}]))
})

test.each(['__proto__', 'constructor', 'nothing', '', 5, null])(
  'a call named %j does not leave the page',
  async (name) => {
    const { api, invoked } = runPreload()
    expect(await api.call(name, {})).toMatchObject({ ok: false, error: { code: 'bad-input' } })
    expect(invoked).toEqual([])
  },
)

test('events reach their listeners until these leave; others are not passed on', () => {
  const { api, receive } = runPreload()
  const heard: unknown[] = []
  const leave = eventNames.map((name) => api.on(name, (payload: unknown) => heard.push([name, payload])))
  api.on('message', (payload: unknown) => heard.push(payload))
  receive('store.changed', { ids: ['a'] })
  receive('message', 'foreign')
  leave.forEach((end) => end())
  receive('store.changed', { ids: ['b'] })
  expect(heard).toEqual([['store.changed', { ids: ['a'] }]])
})

test('dropped files leave as paths; what is no file of the system does not', async () => {
  const { api, invoked } = runPreload()
  await api.upload([{ path: '/home/x/a.xlsx' }, {}])
  expect(invoked).toEqual([['files', ['/home/x/a.xlsx']]])
})

test('the packaged program asks the network for nothing: what gets Electron is no part of it', () => {
  const source = readFileSync(join(root, 'main', 'launch', 'window', 'fetch-electron.ts'), 'utf8')
  const program = readFileSync(join(app, 'main.cjs'), 'utf8')
  for (const word of ['NODE_USE_ENV_PROXY', 'fetchElectron(']) {
    expect(source).toContain(word) // it looks for what is there
    expect(program).not.toContain(word)
  }
})

test('the bundled document thread writes and reads', async () => {
  const documents = openDocuments(openBrowserPrinter, builtIn, {
    documents: join(app, 'run-jobs.cjs'),
    store: join(app, 'run-store-work.cjs'),
    startAccess: () => startAccessProcess(join(app, 'answer-access.cjs')),
  })
  const template = builtIn.find('hebei-xinle-2024')
  if (!template) throw new Error('the form is missing')
  const record = { ...inventedRecord(1), year: '' }
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-bundle-'))
  try {
    for (const format of ['xlsx', 'docx', 'html'] as const) {
      const path = join(folder, `a.${format}`)
      const options = { title: '甲', contents: false, createdAt: '2024-05-01T00:00:00.000Z' }
      writeFileSync(path, await documents.write(format, [{ template, records: [record] }], options))
      const job = { signal: new AbortController().signal, progress: () => {} }
      const [read] = await documents.read([{ name: path, path, error: null }], job)
      expect(read?.error).toBeNull()
      expect(read?.tables.map((table) => [table.template, table.record.project.name])).toEqual([
        ['hebei-xinle-2024', record.project.name],
      ])
    }
  } finally {
    await documents.close()
    rmSync(folder, { recursive: true })
  }
})

test('the bundled thread for workspace files makes a backup', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-bundle-'))
  const file = join(folder, 'work.db')
  const store = openWorkspaceFile({ file, now: () => '2024-05-01T00:00:00.000Z', newId: () => 'p1' })
  const worker = createStoreWorker(pathToFileURL(join(app, 'run-store-work.cjs')))
  try {
    const made = await worker.run('backup', { file, reason: 'manual', now: '2024-05-01T00:00:00.000Z' })
    expect(store.backups.list()).toMatchObject([{ name: made.name, reason: 'manual' }])
  } finally {
    await worker.close()
    store.close()
    rmSync(folder, { recursive: true })
  }
})

/** What in a bundle could speak with the network, and why it never does. */
const explained: Record<string, string> = {
  'run-jobs.cjs XMLHttpRequest':
    'the reader of .csv can stream from an address; Node has no such object, and only texts are given',
}

test.each(['main.cjs', 'preload.cjs', 'run-jobs.cjs', 'run-store-work.cjs', 'answer-access.cjs'])(
  '%s has no way to the network',
  (name) => {
    const code = readFileSync(join(app, name), 'utf8')
    const modules =
      /(?:require|getBuiltinModule|import)\(["'`](?:node:)?(?:http2?|https|net|tls|dgram|dns|inspector|quic)(?:\/promises)?["'`]\)/g
    expect([...code.matchAll(modules)].map(([found]) => found)).toEqual([])
    const ways = /\b(fetch(?=\()|WebSocket|XMLHttpRequest|EventSource|sendBeacon|net\.request)\b/g
    const found = new Set([...code.matchAll(ways)].map(([, way]) => `${name} ${way}`))
    expect([...found].filter((way) => explained[way] === undefined)).toEqual([])
  },
)
