/** The desktop program in Node against a double of Electron: what it closes, whom it answers, what it writes and prints. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import Database from 'better-sqlite3'
import { startDesktop } from '../../main/app/desktop.ts'
import { menuTemplate } from '../../main/app/window/menu.ts'
import { createSheetPrinter } from '../../main/app/print.ts'
import { pagePolicy, sessionPolicy } from '../../main/app/security.ts'
import { takeLock } from '../../main/store/file/lock.ts'
import { actions } from '../../renderer/editor/actions/actions.ts'
import { double, WindowDouble } from './electron-double.ts'
import { openDesktop } from './open-desktop.ts'

vi.mock('electron', async () => (await import('./electron-double.ts')).electron)

test('the window: sandboxed, isolated, its own scheme, shown when drawn', async () => {
  const { window, folder } = await openDesktop()
  expect(window.options.webPreferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    navigateOnDragDrop: false,
    devTools: false,
    preload: join(folder, 'build', 'app', 'preload.cjs'),
  })
  expect(window.loaded).toEqual(['app://jibiao/'])
  expect(window.shown).toBe(false)
  window.emit('ready-to-show')
  expect(window.shown).toBe(true)
  expect(double.app.isSandboxed).toBe(true)
  expect(double.app.paths['userData']).toBe(join(folder, 'data', 'window'))
  expect(double.schemes).toEqual([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
})

test('every row of the policy says what and why', () => {
  for (const row of [...sessionPolicy, ...pagePolicy]) {
    expect(row.subject.length).toBeGreaterThan(3)
    expect(row.reason.length).toBeGreaterThan(20)
  }
})

test('no permission, no device, no window, no navigation, no webview, no download', async () => {
  const { window } = await openDesktop()
  const answers: boolean[] = []
  for (const permission of [
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'fullscreen',
    'openExternal',
    'fileSystem',
  ]) {
    double.session.permissionRequest?.({}, permission, (allowed) => answers.push(allowed))
  }
  expect(answers).toEqual(Array.from({ length: 7 }, () => false))
  expect(double.session.permissionCheck?.()).toBe(false)
  expect(double.session.devicePermission?.()).toBe(false)
  expect(double.session.spellChecks).toBe(false)
  for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']) {
    let prevented = 0
    window.webContents.emit(name, { preventDefault: () => prevented++, url: 'https://example.com' })
    expect(prevented, name).toBe(1)
  }
  let downloads = 0
  double.session.emit('will-download', { preventDefault: () => downloads++ })
  expect(downloads).toBe(1)
  expect(window.webContents.openHandler?.({ url: 'https://example.com' })).toEqual({ action: 'deny' })
})

test.each([
  ['app://jibiao/assets/a.js', false],
  ['app://print/x', false],
  ['data:image/png;base64,AA==', false],
  ['blob:app://jibiao/1', false],
  ['https://example.com/', true],
  ['http://127.0.0.1:9/', true],
  ['ws://example.com/', true],
  ['file:///etc/passwd', true],
  ['app://jibiao.example.com/', true],
  ['app://jibiao@example.com/', true],
  ['ftp://example.com/', true],
])('the network filter: %s cancelled: %s', async (url, isCancelled) => {
  await openDesktop()
  let verdict: unknown = null
  double.session.beforeRequest?.({ url }, (given) => (verdict = given))
  expect(verdict).toEqual({ cancel: isCancelled })
})

test('the scheme serves the page alone, with its policy', async () => {
  await openDesktop()
  const page = await double.fetch('app://jibiao/')
  expect(await page.text()).toContain('绩表')
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'")
  for (const path of [
    '/../secret.txt',
    '/%2e%2e/%2e%2e/secret.txt',
    '/..%2f..%2fsecret.txt',
    '/nothing.js',
    '/%E0%A4%A',
  ]) {
    expect((await double.fetch(`app://jibiao${path}`)).status, path).toBe(404)
  }
  expect((await double.fetch('app://elsewhere/index.html')).status).toBe(404)
  expect((await double.fetch('app://print/unknown')).status).toBe(404)
  expect((await double.fetch('app://jibiao/', { method: 'POST' })).status).toBe(405)
})

describe('calls', () => {
  test('are answered for the main frame of the own page', async () => {
    const { call, folder } = await openDesktop()
    expect(await call('app.info', {})).toMatchObject({
      ok: true,
      value: { host: 'electron', dataFolder: join(folder, 'data') },
    })
  })

  test.each([
    ['a foreign page', { url: 'https://example.com/' }],
    ['a look-alike', { url: 'app://jibiao.example.com/' }],
    ['the printed sheet', { url: 'app://print/x' }],
    ['a frame inside the page', { url: 'app://jibiao/' }],
    ['a page that is gone', null],
  ])('are refused for %s', async (_who, frame) => {
    const { call } = await openDesktop()
    const input = { template: 'hebei-xinle-2024', year: '', unitName: '', unitCode: '' }
    expect(await call('projects.create', input, frame)).toMatchObject({ ok: false, error: { code: 'bad-input' } })
    expect(await double.invoke('files', [['/etc/passwd']], frame)).toMatchObject({ ok: false })
    expect(await call('projects.list', { deleted: false })).toEqual({ ok: true, value: [] })
  })

  test('are refused in words when they hold too much, before anything looks into them', async () => {
    const { call } = await openDesktop()
    const size = 65 * 1024 * 1024
    const circle: Record<string, unknown> = {}
    circle['self'] = circle
    const texts = Array.from({ length: 65 }, () => 'x'.repeat(1024 * 1024))
    for (const input of ['x'.repeat(size), { text: 'x'.repeat(size) }, texts, circle]) {
      expect(await call('projects.create', input)).toEqual({
        ok: false,
        error: { code: 'file-too-large', message: '内容超过了 64 MB 的上限：请拆分后再试。' },
      })
    }
    expect(await call('x'.repeat(size), {})).toMatchObject({ error: { code: 'file-too-large' } })
    expect(await double.invoke('files', [[`/${'x'.repeat(size)}`]])).toMatchObject({
      error: { code: 'file-too-large' },
    })
    expect(await call('projects.list', { deleted: false })).toEqual({ ok: true, value: [] })
  })

  test.each([[null], [[]], ['/etc/passwd'], [['relative.xlsx']], [[5]], [Array.from({ length: 5001 }, () => '/a')]])(
    'dropped files %j are refused',
    async (paths) => {
      await openDesktop()
      expect(await double.invoke('files', [paths])).toMatchObject({ ok: false, error: { code: 'bad-input' } })
    },
  )
})

test('files are chosen, read, saved, exported to a chosen folder that is remembered', async () => {
  const { call, folder, window } = await openDesktop()
  expect(await call('import.choose', {})).toEqual({ ok: true, value: null })
  await call('examples.open', {})
  expect(window.webContents.sent.at(-1)).toMatchObject(['event', 'store.changed', {}])
  const { value } = (await call('projects.list', { deleted: false })) as { value: { id: string; template: string }[] }
  const ids = value.filter(({ template }) => template === 'hebei-xinle-2024').map(({ id }) => id)
  const exportTo = join(folder, 'exports')
  mkdirSync(exportTo)
  double.openDialog = { canceled: false, filePaths: [exportTo] }
  expect(await call('export.run', { ids, format: 'json', single: false, job: 'a' })).toMatchObject({
    ok: true,
    value: { place: exportTo, downloads: [] },
  })
  expect(readdirSync(exportTo)).toHaveLength(7)
  double.saveDialog = { canceled: false, filePath: join(exportTo, '一张表') }
  await call('export.run', { ids: ids.slice(0, 1), format: 'pdf', single: false, job: 'b' })
  expect(double.dialogOptions.at(-1)?.['defaultPath']).toMatch(new RegExp(`^${exportTo}/.+\\.pdf$`))
  expect(existsSync(join(exportTo, '一张表.pdf'))).toBe(true)
  expect(double.shownInFolder.at(-1)).toBe(join(exportTo, '一张表.pdf'))
  expect(JSON.stringify(await call('settings.read', {}))).not.toContain(exportTo)
})

test('another place for an export can be chosen although the workspace takes nothing (its disk is full)', async () => {
  const { call, folder } = await openDesktop()
  await call('examples.open', {})
  const { value } = (await call('projects.list', { deleted: false })) as { value: { id: string }[] }
  const other = new Database(join(folder, 'data', '绩表.db'), { timeout: 0 })
  onTestFinished(() => void other.close())
  other.exec('BEGIN IMMEDIATE') // nothing can be written, everything can be read
  const path = join(folder, '另一处.json')
  double.saveDialog = { canceled: false, filePath: path }
  const ids = [value[0]?.id ?? '']
  expect(await call('settings.write', { key: 'zoom', value: '1' })).toMatchObject({ ok: false })
  expect(await call('export.run', { ids, format: 'json', single: false, job: 'a' })).toMatchObject({ ok: true })
  expect(existsSync(path)).toBe(true)
})

describe.runIf(process.platform === 'linux')('a name that is taken, in the dialog of Linux, which does not ask', () => {
  async function exportTo(name: string, presses: string[]) {
    const { call, folder } = await openDesktop()
    await call('examples.open', {})
    const { value } = (await call('projects.list', { deleted: false })) as { value: { id: string }[] }
    writeFileSync(join(folder, '一张表.json'), 'of the person')
    const answer = (chosen: string) => ({ canceled: false, filePath: join(folder, chosen) })
    double.saveDialogs = [answer(name), answer('另一张')]
    double.presses = presses
    const exporting = call('export.run', { ids: [value[0]?.id ?? ''], format: 'json', single: false, job: 'a' })
    return { exporting, folder, kept: () => readFileSync(join(folder, '一张表.json'), 'utf8') }
  }

  test.each(['一张表', '一张表.json'])('%s: replaced where the person says so', async (name) => {
    const { exporting, kept } = await exportTo(name, ['替换'])
    expect(await exporting).toMatchObject({ ok: true })
    expect(double.asked[0]?.message).toBe('这个文件夹里已经有“一张表.json”。')
    expect(kept()).toContain('"template"')
  })

  test('another name is asked for, beginning with this one', async () => {
    const { exporting, folder, kept } = await exportTo('一张表', ['另取名字'])
    expect(await exporting).toMatchObject({ ok: true })
    expect(double.dialogOptions.at(-1)?.['defaultPath']).toBe(join(folder, '一张表.json'))
    expect(kept()).toBe('of the person')
    expect(existsSync(join(folder, '另一张.json'))).toBe(true)
  })
})

test('of several PDFs one that cannot be printed is named, the others are there', async () => {
  const { call, folder } = await openDesktop()
  await call('examples.open', {})
  const { value } = (await call('projects.list', { deleted: false })) as { value: { id: string; template: string }[] }
  const ids = value.filter(({ template }) => template === 'hebei-xinle-2024').map(({ id }) => id)
  double.openDialog = { canceled: false, filePaths: [folder] }
  double.failingPdfs = new Set([1])
  expect(await call('export.run', { ids, format: 'pdf', single: false, job: 'a' })).toMatchObject({
    ok: true,
    value: { problems: [{ message: expect.stringContaining('没有能生成 PDF') }] },
  })
  expect(readdirSync(folder).filter((name) => name.endsWith('.pdf'))).toHaveLength(ids.length - 1)
})

test('dropped files and folders are read where they are', async () => {
  const { call, folder } = await openDesktop()
  mkdirSync(join(folder, '上报', '白河镇'), { recursive: true })
  writeFileSync(join(folder, '上报', '白河镇', 'a.json'), '{')
  const paths = [join(folder, '上报'), join(folder, 'gone.xlsx')]
  const dropped = (await double.invoke('files', [paths])) as { ok: true; value: { token: string } }
  expect(dropped.ok).toBe(true)
  expect(await call('import.read', { token: 'nobody' })).toMatchObject({ ok: false, error: { code: 'not-found' } })
})

test('printing: a hidden window without script, A4, its sheet gone afterwards', async () => {
  const { call } = await openDesktop()
  const created = (await call('projects.create', {
    template: 'hebei-xinle-2024',
    year: '',
    unitName: '云溪县教育局',
    unitCode: '',
  })) as { value: { id: string } }
  expect(await call('print.run', { ids: [created.value.id] })).toEqual({ ok: true, value: { printed: true } })
  const sheet = WindowDouble.all[1]
  expect(sheet?.options).toMatchObject({
    show: false,
    webPreferences: { javascript: false, sandbox: true, devTools: false },
  })
  expect(double.printedPages[0]).toContain('云溪县教育局')
  expect(sheet?.webContents.printed).toEqual([{ pageSize: 'A4', landscape: false, printBackground: true }])
  expect(sheet?.destroyed).toBe(true)
  expect((await double.fetch(sheet?.loaded[0] ?? '')).status).toBe(404)
})

describe('printing', () => {
  async function withForms(...templates: string[]) {
    const desktop = await openDesktop()
    const ids: string[] = []
    for (const template of templates) {
      const input = { template, year: '', unitName: '云溪县教育局', unitCode: '' }
      ids.push(((await desktop.call('projects.create', input)) as { value: { id: string } }).value.id)
    }
    return { ...desktop, ids }
  }
  const orientations = () =>
    WindowDouble.all
      .slice(1)
      .flatMap(({ webContents }) => webContents.printed.map((one) => (one as { landscape: boolean }).landscape))

  test('the orientation of the paper is told, each in a dialog of its own', async () => {
    const { call, ids } = await withForms('xinjiang-korla-2023', 'hebei-xinle-2024', 'xinjiang-korla-2023')
    expect(await call('print.run', { ids })).toEqual({ ok: true, value: { printed: true } })
    expect(orientations()).toEqual([false, true])
    expect(double.printedPages.map((page) => page.match(/<section class="jibiao-page page (\w+)"/)?.[1])).toEqual([
      'portrait',
      'landscape',
    ])
  })

  test('one that is cancelled ends it', async () => {
    const { call, ids } = await withForms('xinjiang-korla-2023', 'hebei-xinle-2024')
    double.printAnswer = [false, 'Print job canceled']
    expect(await call('print.run', { ids })).toEqual({ ok: true, value: { printed: false } })
    expect(orientations()).toEqual([false])
  })

  test('a sheet whose process ends is told, not waited for', async () => {
    const { call, ids } = await withForms('hebei-xinle-2024')
    double.printAnswer = null
    expect(await call('print.run', { ids })).toMatchObject({ ok: false, error: { code: 'print-failed' } })
    expect(WindowDouble.getAllWindows()).toHaveLength(1)
  })

  test('a PDF that never comes is given up', async () => {
    double.reset()
    double.hangingPdfs = true
    const sheets = new Map<string, string>()
    const parts = { session: double.session as never, sheets, newId: () => 'x', limitMs: () => 50 } // the double of a session
    double.handlers.set('scheme app', async () => new Response(''))
    const printer = createSheetPrinter(parts)
    await expect(printer.toPdf('<p>', {})).rejects.toMatchObject({ code: 'pdf-timeout' })
    const cancel = new AbortController()
    const cancelled = createSheetPrinter({ ...parts, limitMs: () => 60_000 }).toPdf('<p>', { signal: cancel.signal })
    setTimeout(() => cancel.abort(), 20)
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' })
    expect(WindowDouble.getAllWindows()).toEqual([])
    expect(sheets.size).toBe(0)
  })
})

test('a second start of the same data folder only shows the first', () => {
  double.reset()
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-second-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  double.app.folder = folder
  double.app.isOnly = false
  startDesktop({ data: folder, workspace: undefined, files: [] })
  expect(double.app.quits).toBe(1)
  expect(WindowDouble.all).toEqual([])
})

test('a workspace that cannot be opened is told in a box', async () => {
  double.reset()
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-broken-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  double.app.folder = folder
  writeFileSync(join(folder, '绩表.db'), 'somebody’s text, no database')
  startDesktop({ data: folder, workspace: undefined, files: [] })
  await vi.waitUntil(() => double.errorBoxes.length > 0)
  expect(double.errorBoxes[0]).toContain('不是绩表的工作区')
  expect(double.app.paths['exit']).toBe('1')
})

/** Starts on a folder whose workspace holds the examples, after `spoil`; the person presses button `answer`. */
async function restart(spoil: (file: string) => void, answer: number): Promise<string> {
  const { folder, call } = await openDesktop()
  await call('examples.open', {})
  await call('backup.create', { job: 'a' })
  double.app.emit('will-quit', { preventDefault: () => {} })
  await vi.waitUntil(() => double.app.quits > 0)
  const data = join(folder, 'data')
  spoil(join(data, '绩表.db'))
  double.reset()
  double.app.folder = folder
  double.answer = answer
  startDesktop({ data, workspace: undefined, files: [] })
  await vi.waitUntil(() => WindowDouble.all.length > 0 || double.app.quits > 0 || double.errorBoxes.length > 0)
  expect(double.errorBoxes).toEqual([])
  return data
}

describe('a workspace that does not open as it should', () => {
  test('damaged: the newest backup, when the person agrees, and the damaged file stays', async () => {
    const data = await restart((file) => writeFileSync(file, 'spoiled'), 0)
    expect(double.questions[0]?.[0]).toMatch(/^恢复 .+ 的备份$/)
    const list = (await double.invoke('call', ['projects.list', { deleted: false }])) as { value: unknown[] }
    expect(list.value).toHaveLength(25)
    expect(readdirSync(data).some((name) => name.includes('.replaced-'))).toBe(true)
  })

  test('damaged: nothing is touched when the person closes', async () => {
    const data = await restart((file) => writeFileSync(file, 'spoiled'), 1)
    expect(WindowDouble.all).toEqual([])
    expect(readFileSync(join(data, '绩表.db'), 'utf8')).toBe('spoiled')
  })

  test('gone, with backups beside it: what there is, the newest first; none is made in silence', async () => {
    const data = await restart((file) => rmSync(file), 0)
    expect(double.questions).toEqual([
      [expect.stringMatching(/^恢复 .+ 的备份$/), '从空白开始（保留旁边的文件）', '关闭程序'],
    ])
    expect(double.told).toEqual([expect.stringContaining('1 份备份')])
    const list = (await double.invoke('call', ['projects.list', { deleted: false }])) as { value: unknown[] }
    expect(list.value).toHaveLength(25)
    expect(existsSync(join(data, '绩表.db'))).toBe(true)
  })

  test('gone: from blank only when the person says so', async () => {
    const data = await restart((file) => rmSync(file), 1)
    const list = (await double.invoke('call', ['projects.list', { deleted: false }])) as { value: unknown[] }
    expect(list.value).toEqual([])
    expect(readdirSync(join(data, '绩表.db-backups'))).toHaveLength(1)
  })

  test('gone: nothing is made when the person closes', async () => {
    const data = await restart((file) => rmSync(file), 2)
    expect([WindowDouble.all, existsSync(join(data, '绩表.db'))]).toEqual([[], false])
  })

  test('a backup that is damaged too is said, and the next is offered', async () => {
    const data = await restart((file) => {
      const [name = ''] = readdirSync(`${file}-backups`)
      const later = join(`${file}-backups`, name.replace(/^\d{8}/, '20990101'))
      writeFileSync(later, readFileSync(join(`${file}-backups`, name)).subarray(0, 20_000))
      rmSync(file)
    }, 0)
    expect(double.questions.map((buttons) => buttons.length)).toEqual([4, 3])
    expect(double.told[1]).toContain('已损坏，没有恢复')
    const list = (await double.invoke('call', ['projects.list', { deleted: false }])) as { value: unknown[] }
    expect(list.value).toHaveLength(25)
    expect(existsSync(join(data, '绩表.db'))).toBe(true)
  })

  test('in use elsewhere: to look at, not to change', async () => {
    await restart((file) => {
      const lock = takeLock(file, '2024-05-01T00:00:00.000Z')
      onTestFinished(() => lock.release())
    }, 0)
    expect(double.questions[0]?.[0]).toBe('以只读方式打开')
    const list = (await double.invoke('call', ['projects.list', { deleted: false }])) as { value: { id: string }[] }
    expect(list.value).toHaveLength(25)
    const ids = [list.value[0]?.id ?? '']
    expect(await double.invoke('call', ['projects.remove', { ids }])).toMatchObject({
      ok: false,
      error: { code: 'store-read-only' },
    })
    WindowDouble.all[0]?.emit('close')
  })
})

test('粘贴 of the menu arrives as the paste event of the page', async () => {
  const { window, call } = await openDesktop()
  expect(await call('clipboard.paste', {})).toEqual({ ok: true, value: { pasted: true } })
  expect(window.webContents.pastes).toBe(1)
})

test('the right mouse button on a text shows its menu, elsewhere none', async () => {
  const { window } = await openDesktop()
  const flags = { canCut: true, canCopy: true, canPaste: true, canSelectAll: true }
  const click = (isEditable: boolean, selectionText: string) =>
    window.webContents.emit('context-menu', {}, { isEditable, selectionText, editFlags: flags })
  click(false, '')
  expect(double.shownMenus).toEqual([])
  click(false, '一段文字')
  click(true, '')
  expect(double.shownMenus.map((menu) => menu.flatMap(({ label }) => label ?? []))).toEqual([
    ['复制'],
    ['剪切', '复制', '粘贴', '全选'],
  ])
})

test('every entry of the menu is Chinese and does something the page or Electron knows', () => {
  const known = new Set([
    ...actions.map(({ id }) => id),
    ...['projects', 'edit', 'preview', 'settings'].map((page) => `page-${page}`),
    'reload',
    'graphics', // both answered by main/app itself
  ])
  const sent: string[] = []
  const graphics = { isOff: false, keep: () => {} }
  const entries = menuTemplate({
    send: (action) => sent.push(action),
    reload: () => {},
    graphics,
    devTools: true,
  }).flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))
  for (const entry of entries) {
    if (entry.type === 'separator') continue
    expect(entry.label).toMatch(/\p{Script=Han}|100%/u)
    if (entry.role === undefined) expect(known.has(entry.id ?? ''), entry.label).toBe(true)
  }
})

test('a copy of everything goes where the dialog says, and comes back from the file that is chosen', async () => {
  const { folder, call } = await openDesktop()
  await call('examples.open', {})
  const path = join(folder, '带走')
  double.saveDialog = { canceled: false, filePath: path }
  expect(await call('backup.export', { job: 'a' })).toMatchObject({
    ok: true,
    value: { projects: 25, place: `${path}.db`, downloads: [], outside: 'no' },
  })
  expect(double.dialogOptions.at(-1)).toMatchObject({
    defaultPath: expect.stringMatching(/绩表备份 \d{4}-\d\d-\d\d\.db$/),
    filters: [{ extensions: ['db'] }],
  })
  expect(double.shownInFolder).toEqual([`${path}.db`])

  double.openDialog = { canceled: true, filePaths: [] }
  expect(await call('backup.choose', {})).toEqual({ ok: true, value: null })
  double.openDialog = { canceled: false, filePaths: [`${path}.db`] }
  const chosen = (await call('backup.choose', {})) as { value: { token: string } }
  const source = { token: chosen.value.token }
  expect(await call('backup.look', source)).toMatchObject({ value: { name: '带走.db', onlyThere: 0, onlyHere: 0 } })
  expect(await call('backup.restore', { source, job: 'b' })).toMatchObject({ ok: true, value: { projects: 25 } })
})

test('the data folder is shown by the system', async () => {
  const { folder, call } = await openDesktop()
  expect(await call('data.openFolder', {})).toEqual({ ok: true, value: { opened: true, folder: join(folder, 'data') } })
  double.openPathFailure = '没有能打开它的程序'
  expect(await call('data.openFolder', {})).toMatchObject({ value: { opened: false } })
})
