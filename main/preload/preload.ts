/**
 * The only thing the page gets from Electron: window.api with `call`, `on` and `upload`. No Node, no ipcRenderer, no
 * path reaches the page. The names come from the contract at build time (desktop-build.ts); main checks them again.
 */
import { contextBridge, ipcRenderer, webUtils } from 'electron'

/** Put in place of these by the build. */
declare const callNames: readonly string[]
declare const eventNames: readonly string[]

const refused = { ok: false, error: { code: 'bad-input', message: '程序内部的请求名称不对，请重新打开窗口。' } }
const listeners = new Map<string, Set<(payload: unknown) => void>>()

ipcRenderer.on('event', (_event, name: string, payload: unknown) => {
  listeners.get(name)?.forEach((listener) => listener(payload))
})

contextBridge.exposeInMainWorld('api', {
  call: (name: unknown, input: unknown): Promise<unknown> =>
    typeof name === 'string' && callNames.includes(name)
      ? ipcRenderer.invoke('call', name, input)
      : Promise.resolve(refused),
  on: (name: unknown, listener: unknown): (() => void) => {
    if (typeof name !== 'string' || !eventNames.includes(name) || typeof listener !== 'function') return () => {}
    const own = listeners.get(name) ?? new Set()
    const hear = (payload: unknown): void => (listener as (payload: unknown) => void)(payload) // checked above
    listeners.set(name, own.add(hear))
    return () => void own.delete(hear)
  },
  /** Only real File objects of the page have a path; a made-up one gives ''. */
  upload: (files: unknown): Promise<unknown> =>
    ipcRenderer.invoke(
      'files',
      (Array.isArray(files) ? (files as File[]) : []).map((file) => webUtils.getPathForFile(file)).filter(Boolean),
    ),
})
