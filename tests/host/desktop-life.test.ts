/**
 * What goes wrong around the window of the desktop program, on the double of Electron: unsaved work, a page that crashed or
 * hangs, the graphics card, a screen that is gone, a data folder that cannot be written, a second start.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { startDesktop } from '../../main/app/desktop.ts'
import { readStartWords } from '../../main/app/words.ts'
import { openWorkspaceFile } from '../../main/handlers/open-workspace-file.ts'
import { systemId, systemNow } from '../../main/handlers/door/system.ts'
import { signVariable } from '../../main/launch/window/window-sign.ts'
import type { UnsavedWork } from '../../shared/ipc/unsaved.ts'
import { inventedRecord } from '../support/invented-records.ts'
import { double, WindowDouble } from './electron-double.ts'
import { openDesktop } from './open-desktop.ts'
import type { Desktop } from './open-desktop.ts'

vi.mock('electron', async () => (await import('./electron-double.ts')).electron)

const nothing: UnsavedWork = { names: [], reason: '', entries: [] }
const record = { ...inventedRecord(1) }
const unsaved: UnsavedWork = {
  names: ['河道清淤'],
  reason: '磁盘空间不足，这一步没有保存。',
  entries: [{ template: 'hebei-xinle-2024', record, notes: [] }],
}

/** The page refuses to go, and answers the question what is unsaved. */
function pageWith({ window, call }: Desktop, work: UnsavedWork | null): void {
  window.webContents.refusesToUnload = true
  window.webContents.onSent = (name) => {
    if (name !== 'unsaved.ask' || work === null) return
    window.webContents.refusesToUnload = work.names.length > 0
    void call('unsaved.tell', work)
  }
}

/** What was answered has been acted on. */
const settled = () => new Promise((done) => setImmediate(done))
const lastAsked = () => double.asked.at(-1)

describe('closing with something unsaved', () => {
  test('what the page can still save is no question', async () => {
    const desktop = await openDesktop()
    pageWith(desktop, nothing)
    desktop.window.close()
    await vi.waitUntil(() => desktop.window.destroyed)
    expect(double.asked).toEqual([])
  })

  test('is asked about by name and reason; the window stays for the one who waits, and asks again', async () => {
    const desktop = await openDesktop()
    pageWith(desktop, unsaved)
    double.presses = ['不关闭，等它保存', '不关闭，等它保存']
    for (const times of [1, 2]) {
      desktop.window.close()
      await vi.waitUntil(() => double.asked.length === times)
    }
    expect(lastAsked()).toEqual({
      message: '“河道清淤”还有没保存的内容。',
      detail: unsaved.reason,
      buttons: ['不关闭，等它保存', '另存一份，然后关闭', '不保存，直接关闭'],
    })
    expect(desktop.window.destroyed).toBe(false)
  })

  test('is closed for the one who says so', async () => {
    const desktop = await openDesktop()
    pageWith(desktop, unsaved)
    double.presses = ['不保存，直接关闭']
    desktop.window.close()
    await vi.waitUntil(() => desktop.window.destroyed)
  })

  test('a copy is kept in a place of the person’s choice, reads back, and then the window closes', async () => {
    const desktop = await openDesktop()
    pageWith(desktop, unsaved)
    double.presses = ['另存一份，然后关闭', '不关闭，等它保存']
    desktop.window.close()
    await vi.waitUntil(() => double.asked.length === 2) // the file dialog was cancelled: asked once more
    await settled()
    double.saveDialog = { canceled: false, filePath: join(desktop.folder, '留底.json') }
    double.presses = ['另存一份，然后关闭']
    desktop.window.close()
    await vi.waitUntil(() => desktop.window.destroyed)
    expect(JSON.parse(readFileSync(join(desktop.folder, '留底.json'), 'utf8'))).toEqual(unsaved.entries)
  })

  test('a place that cannot be written is said, and the window stays', async () => {
    const desktop = await openDesktop()
    pageWith(desktop, unsaved)
    double.saveDialog = { canceled: false, filePath: join(desktop.folder, 'gone', '留底.json') }
    double.presses = ['另存一份，然后关闭', '不关闭，等它保存']
    desktop.window.close()
    await vi.waitUntil(() => double.asked.length === 2)
    expect(double.errorBoxes).toEqual([expect.stringContaining('文件夹不存在')])
    expect(desktop.window.destroyed).toBe(false)
    double.errorBoxes = []
  })

  test('a page that does not answer is asked about all the same', async () => {
    const desktop = await openDesktop()
    pageWith(desktop, null)
    double.presses = ['不保存，直接关闭']
    desktop.window.close()
    await vi.waitUntil(() => desktop.window.destroyed, { timeout: 20_000 })
    expect(lastAsked()?.message).toContain('可能还有没保存的内容')
  })

  test('a reload asks as well, and reloads', async () => {
    const desktop = await openDesktop()
    pageWith(desktop, unsaved)
    double.presses = ['不保存，直接重新载入']
    expect(await desktop.call('app.reload', {})).toEqual({ ok: true, value: { reloading: true } })
    await vi.waitUntil(() => desktop.window.webContents.reloads === 1)
    await settled()
    double.presses = ['不关闭，等它保存']
    desktop.window.close() // a page loaded anew is asked anew
    await vi.waitUntil(() => double.asked.length === 2)
    expect(lastAsked()?.buttons).toContain('不保存，直接关闭')
  })

  test('the page itself may go nowhere, a reload of it neither', async () => {
    const { window } = await openDesktop()
    let prevented = 0
    window.webContents.emit('will-navigate', { preventDefault: () => prevented++, url: 'app://jibiao/' })
    expect(prevented).toBe(1)
  })
})

describe('a page that', () => {
  const crash = ({ window }: Desktop, reason: string) =>
    window.webContents.emit('render-process-gone', {}, { reason, exitCode: 5 })

  test('crashed is told and comes back', async () => {
    const desktop = await openDesktop()
    double.presses = ['重新显示']
    crash(desktop, 'oom')
    await vi.waitUntil(() => desktop.window.webContents.reloads === 1)
    expect(lastAsked()).toMatchObject({
      message: '页面意外停止了（内存不足）。',
      detail: expect.stringContaining('正在填写的那一格会找回来'),
      buttons: ['重新显示', '关闭程序'],
    })
  })

  test('crashed again may be tried without the graphics card; the program begins anew so', async () => {
    const desktop = await openDesktop()
    double.presses = ['重新显示', '不用显卡加速，重新打开程序']
    crash(desktop, 'crashed')
    await vi.waitUntil(() => desktop.window.webContents.reloads === 1)
    crash(desktop, 'crashed')
    await vi.waitUntil(() => desktop.window.destroyed)
    double.app.emit('will-quit', { preventDefault: () => {} })
    expect(double.app.relaunches).toHaveLength(1)
    expect(JSON.parse(readFileSync(join(desktop.folder, 'data', 'window', 'graphics.json'), 'utf8'))).toEqual({
      use: 'off',
      isOpen: false,
    })
  })

  test('ended in order, or with the program, is no question', async () => {
    const desktop = await openDesktop()
    crash(desktop, 'clean-exit')
    expect(double.asked).toEqual([])
  })

  test('hangs: it is waited for, or its process is ended and it comes back with one question only', async () => {
    const desktop = await openDesktop()
    const { webContents } = desktop.window
    double.presses = ['再等一会儿']
    desktop.window.emit('unresponsive')
    await vi.waitUntil(() => double.asked.length === 1)
    await settled()
    expect(webContents.killed).toBe(0)
    double.presses = ['重新载入页面']
    desktop.window.emit('unresponsive')
    await vi.waitUntil(() => webContents.reloads === 1)
    expect(webContents.killed).toBe(1)
    expect(double.asked).toHaveLength(2)
    double.presses = ['重新显示']
    crash(desktop, 'crashed') // a crash of its own later is told
    await vi.waitUntil(() => webContents.reloads === 2)
  })

  test('answers again takes the question away', async () => {
    const desktop = await openDesktop()
    desktop.window.emit('unresponsive')
    await vi.waitUntil(() => double.asked.length === 1)
    desktop.window.emit('responsive')
    await settled()
    expect(desktop.window.webContents.killed).toBe(0)
    double.presses = ['关闭程序']
    await vi.waitUntil(() => {
      desktop.window.emit('unresponsive')
      return double.asked.length === 2
    })
    await vi.waitUntil(() => desktop.window.destroyed)
  })

  test('does not load is told, and tried again', async () => {
    const { window } = await openDesktop()
    double.presses = ['再试一次']
    window.webContents.emit('did-fail-load', {}, -6, 'ERR_FILE_NOT_FOUND', 'app://jibiao/', true)
    await vi.waitUntil(() => window.webContents.loads.length === 1)
    expect(lastAsked()?.message).toContain('页面没有能打开')
    window.webContents.emit('did-fail-load', {}, -3, 'ERR_ABORTED', 'app://jibiao/', true)
    expect(double.asked).toHaveLength(1)
  })
})

describe('the graphics card', () => {
  const kept = ({ folder }: Desktop) =>
    JSON.parse(readFileSync(join(folder, 'data', 'window', 'graphics.json'), 'utf8')) as unknown
  const leave = (mark: object) => (folder: string) => {
    mkdirSync(join(folder, 'data', 'window'), { recursive: true })
    writeFileSync(join(folder, 'data', 'window', 'graphics.json'), JSON.stringify(mark))
  }
  const show = async ({ window, call }: Desktop) => {
    window.emit('ready-to-show')
    await call('settings.read', {})
  }

  test('is used; a start that came to its window leaves no mark', async () => {
    const desktop = await openDesktop()
    expect(double.app.usesCard).toBe(true)
    expect(kept(desktop)).toEqual({ use: 'on', isOpen: true })
    await show(desktop)
    expect(kept(desktop)).toEqual({ use: 'on', isOpen: false })
    expect(double.asked).toEqual([])
  })

  test.each([
    ['以后也不用显卡加速', 'off'],
    ['下次再试', 'on'],
  ])('after a start without an end is not used, and the person decides: %s', async (press, use) => {
    const desktop = await openDesktop({ prepare: leave({ use: 'on', isOpen: true }) })
    expect(double.app.usesCard).toBe(false)
    double.presses = [press]
    await show(desktop)
    await vi.waitUntil(() => double.presses.length === 0)
    await settled()
    expect(kept(desktop)).toEqual({ use, isOpen: false })
  })

  test('its crash is told once; the next start does without it where the person wants so, or where the program goes down', async () => {
    const desktop = await openDesktop()
    await show(desktop)
    double.app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', exitCode: 1 })
    await vi.waitUntil(() => double.asked.length === 1)
    expect(lastAsked()).toMatchObject({
      message: expect.stringContaining('显卡加速出了问题'),
      buttons: ['重新显示页面', '以后不用显卡加速，重新打开程序', '继续'],
    })
    expect(kept(desktop)).toEqual({ use: 'on', isOpen: true }) // unanswered
    double.app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', exitCode: 1 })
    expect(double.asked).toHaveLength(1)
  })

  test.each([
    ['重新显示页面', { use: 'on', isOpen: false }, 1, 0],
    ['继续', { use: 'on', isOpen: false }, 0, 0],
    ['以后不用显卡加速，重新打开程序', { use: 'off', isOpen: false }, 0, 1],
  ])('its crash: %s', async (press, mark, reloads, relaunches) => {
    const desktop = await openDesktop()
    await show(desktop)
    double.presses = [press]
    double.app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', exitCode: 1 })
    await vi.waitUntil(() => double.presses.length === 0)
    await settled()
    expect(kept(desktop)).toEqual(mark)
    expect(desktop.window.webContents.reloads).toBe(reloads)
    expect(desktop.window.destroyed).toBe(relaunches === 1)
    double.app.emit('will-quit', { preventDefault: () => {} })
    expect(double.app.relaunches).toHaveLength(relaunches)
  })

  test('another part of Chromium is told without it', async () => {
    await openDesktop()
    double.presses = ['继续']
    const gone = { type: 'Utility', name: 'Network Service', reason: 'crashed', exitCode: 1 }
    double.app.emit('child-process-gone', {}, gone)
    double.app.emit('child-process-gone', {}, { type: 'Utility', reason: 'clean-exit', exitCode: 0 })
    await vi.waitUntil(() => double.presses.length === 0)
    expect(double.asked).toHaveLength(1)
    expect(lastAsked()?.buttons).toEqual(['重新显示页面', '继续'])
  })
})

describe('the window', () => {
  /** Closes it as the person left it, and starts on the same data again. */
  async function startAgain({ folder, window }: Desktop, displays = double.displays): Promise<WindowDouble> {
    window.emit('ready-to-show')
    window.close()
    double.app.emit('will-quit', { preventDefault: () => {} })
    await vi.waitUntil(() => double.app.quits > 1)
    double.reset()
    double.app.folder = folder
    double.displays = displays
    startDesktop({ data: join(folder, 'data'), workspace: undefined, files: [] })
    await vi.waitUntil(() => WindowDouble.all.length > 0)
    const again = WindowDouble.all[0] as WindowDouble // waited for above
    again.emit('ready-to-show')
    return again
  }

  test('comes back where it was, maximised as it was', async () => {
    const desktop = await openDesktop()
    desktop.window.maximized = true
    const again = await startAgain(desktop)
    expect(again.options).toMatchObject({ x: 10, y: 20, width: 1200, height: 700 })
    expect(again.maximized).toBe(true)
    expect(again.shown).toBe(true)
  })

  test.each([
    ['a screen that is gone', { x: 3000, y: 100, width: 1200, height: 700 }, { x: 166, y: 28 }],
    ['above the edge', { x: 10, y: -300, width: 1200, height: 700 }, { x: 10, y: 0 }],
    ['half beside it', { x: -600, y: 20, width: 1200, height: 700 }, { x: 0, y: 20 }],
    ['larger than the screen', { x: 0, y: 0, width: 3000, height: 2000 }, { x: 0, y: 0, width: 1366, height: 728 }],
  ])('is put back from %s', async (_where, bounds, place) => {
    const desktop = await openDesktop()
    desktop.window.bounds = bounds
    const again = await startAgain(desktop)
    expect(again.options).toMatchObject(place)
    expect(again.maximized).toBe(false)
  })

  test('stays on a second screen that is there', async () => {
    const desktop = await openDesktop()
    desktop.window.bounds = { x: 1400, y: 40, width: 1000, height: 600 }
    const second = { x: 1366, y: 0, width: 1920, height: 1040 }
    const again = await startAgain(desktop, [...double.displays, second])
    expect(again.options).toMatchObject(desktop.window.bounds)
  })

  test('shows itself when the page is loaded, should it never be ready to show', async () => {
    const { window } = await openDesktop()
    window.webContents.emit('did-finish-load')
    expect(window.shown).toBe(true)
  })

  test('tells the launcher when its page is there: shown, and heard from', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jibiao-sign-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const file = join(folder, 'sign')
    vi.stubEnv(signVariable, file)
    const sign = () => (existsSync(file) ? readFileSync(file, 'utf8') : '')
    const { window, call } = await openDesktop({ prepare: () => void (double.app.isPackaged = false) })
    window.emit('ready-to-show')
    expect(sign()).toBe('')
    await call('settings.read', {})
    expect(sign()).toBe('shown')
    rmSync(file)
    const packaged = await openDesktop()
    packaged.window.emit('ready-to-show')
    await packaged.call('settings.read', {})
    expect(sign()).toBe('')
  })
})
afterEach(() => vi.unstubAllEnvs())

describe('a data folder that', () => {
  async function startOn(data: string, workspace?: string): Promise<void> {
    double.reset()
    double.app.folder = tmpdir()
    startDesktop({ data, workspace, files: [] })
    await vi.waitUntil(() => double.errorBoxes.length > 0 || WindowDouble.all.length > 0 || double.app.quits > 0)
  }
  const newFolder = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'jibiao-place-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    return folder
  }

  test('cannot be made is told in Chinese, with what to do, before anything else throws', async () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'a file'), '')
    await startOn(join(folder, 'a file', 'data'))
    expect(double.errorBoxes).toHaveLength(1)
    expect(double.errorBoxes[0]).toMatch(/数据文件夹不能使用：.*a file.data[^]*--data/)
    expect(double.errorBoxes[0]).not.toMatch(/ENOTDIR|EEXIST/)
    expect(double.app.paths['exit']).toBe('1')
  })

  test('cannot be written: a workspace in it can still be looked at', async () => {
    const data = newFolder()
    openWorkspaceFile({ file: join(data, '绩表.db'), now: systemNow, newId: systemId, readOnly: false }).close()
    writeFileSync(join(data, 'window'), 'in the way') // Chromium’s folder cannot be made
    await startOn(data)
    expect(double.errorBoxes).toEqual([])
    expect(WindowDouble.all).toHaveLength(1)
    expect(double.app.paths['userData']).not.toContain(data)
    double.app.emit('will-quit', { preventDefault: () => {} })
    await vi.waitUntil(() => double.app.quits > 0)
  })
})

describe('a second start', () => {
  test('hands its workspace and its files over, and ends', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jibiao-second-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    writeFileSync(join(folder, '上报'), '')
    double.reset()
    double.app.folder = folder
    double.app.isOnly = false
    startDesktop(
      readStartWords(
        ['--workspace', '二.db', '表.xlsx', '上报', 'not-there', '--original-process-start-time=1'],
        folder,
      ),
    )
    expect(double.app.quits).toBe(1)
    expect(double.app.handed).toEqual({
      workspace: join(folder, '二.db'),
      files: [join(folder, '表.xlsx'), join(folder, '上报')],
    })
  })

  const handOver = (words: unknown) => double.app.emit('second-instance', {}, [], '/', words)

  test('its files are read in the first window, once', async () => {
    const { window, call, folder } = await openDesktop({ files: [] })
    writeFileSync(join(folder, '甲.json'), '{')
    expect(await call('import.given', {})).toEqual({ ok: true, value: null })
    handOver({ files: [join(folder, '甲.json')] })
    expect(window.webContents.sent.at(-1)).toEqual(['event', 'import.given', {}])
    const given = (await call('import.given', {})) as { value: { token: string } }
    const read = (await call('import.read', { token: given.value.token })) as { value: { files: { file: string }[] } }
    expect(read.value.files.map(({ file }) => file)).toEqual(['甲.json'])
    expect(await call('import.given', {})).toEqual({ ok: true, value: null })
    expect(window.focused).toBe(1)
  })

  test('files of the first start are read too', async () => {
    const { call } = await openDesktop({ files: ['/nowhere/甲.xlsx'] })
    expect(await call('import.given', {})).toMatchObject({ ok: true, value: { token: expect.any(String) } })
  })

  const shownWorkspace = async () =>
    ((await double.invoke('call', ['app.info', {}])) as { value: { workspace: string } }).value.workspace

  test('its workspace is opened in place of this one when the person agrees', async () => {
    const { window, folder } = await openDesktop()
    const other = join(folder, '二.db')
    double.presses = ['不打开', '打开']
    handOver({ workspace: other, files: [] })
    await vi.waitUntil(() => double.asked.length === 1)
    expect(window.destroyed).toBe(false)
    handOver({ workspace: other, files: [] })
    await vi.waitUntil(() => WindowDouble.getAllWindows().length === 1 && WindowDouble.all.length === 2)
    expect(window.destroyed).toBe(true)
    expect(double.app.quits).toBe(0)
    expect(await shownWorkspace()).toBe(other)
    handOver({ workspace: other, files: [] }) // it is open already
    expect(double.asked).toHaveLength(2)
    WindowDouble.all[1]?.close()
    expect(double.app.quits).toBe(1)
  })

  test('unsaved work keeps this one', async () => {
    const desktop = await openDesktop()
    pageWith(desktop, unsaved)
    double.presses = ['打开', '不关闭，等它保存']
    handOver({ workspace: join(desktop.folder, '二.db'), files: [] })
    await vi.waitUntil(() => double.presses.length === 0)
    desktop.window.webContents.refusesToUnload = false
    await settled()
    desktop.window.close() // later: the program ends, no other workspace opens
    expect(double.app.quits).toBe(1)
    expect(WindowDouble.all).toHaveLength(1)
  })

  test('a workspace that does not open is told, and the one before comes back', async () => {
    const { folder } = await openDesktop()
    const broken = join(folder, '坏.db')
    writeFileSync(broken, 'somebody’s text, no database')
    double.presses = ['打开']
    handOver({ workspace: broken, files: [] })
    await vi.waitUntil(() => WindowDouble.all.length === 2)
    expect(double.errorBoxes).toEqual([expect.stringContaining('不是绩表的工作区')])
    expect(await shownWorkspace()).toBe(join(folder, 'data', '绩表.db'))
  })

  test('anything else it may send only shows the first', async () => {
    const { window } = await openDesktop()
    for (const words of [null, 'x', {}, { files: 'x' }, { files: [5] }]) handOver(words)
    expect(window.focused).toBe(5)
    expect(double.asked).toEqual([])
  })
})
