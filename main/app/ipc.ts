/**
 * The calls of the page: sender check, bound of the size, then the same door as everywhere (handlers/dispatch). Three channels: `call`,
 * `files` (dropped files, whose paths only the preload can know) and, outwards, `event`.
 */
import { isAbsolute } from 'node:path'
import { ipcMain } from 'electron'
import type { IpcMainInvokeEvent, WebContents } from 'electron'
import { fail, succeed } from '../../shared/ipc/result.ts'
import type { Result } from '../../shared/ipc/result.ts'
import { refusedBySize } from '../handlers/door/call-size.ts'
import type { FileTokens } from '../handlers/door/file-tokens.ts'
import type { Log } from '../handlers/door/log.ts'
import type { Workspace } from '../handlers/workspace/open-workspace.ts'
import { isOwnPage, pageOrigin } from './origin.ts'

const maximumFiles = 5000

/** What the page's requests come to. */
type Calls = Pick<Workspace, 'dispatch' | 'listFiles'>

export function answerCalls(workspace: Calls, tokens: FileTokens, log: Log): void {
  ipcMain.handle('call', (event, name: unknown, input: unknown) =>
    isOwnSender(event) ? (refusedBySize([name, input]) ?? workspace.dispatch(name, input)) : refuse(event, log),
  )
  ipcMain.handle('files', (event, paths: unknown) =>
    isOwnSender(event) ? (refusedBySize(paths) ?? takeFiles(paths, workspace, tokens)) : refuse(event, log),
  )
}

/** Only the main frame of our own page, never a frame inside it. */
function isOwnSender({ senderFrame, sender }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isOwnPage(senderFrame.url, pageOrigin)
}

function refuse({ senderFrame }: IpcMainInvokeEvent, log: Log): Result<never> {
  log.warn(`拒绝了来自 ${senderFrame?.url ?? '已关闭的页面'} 的请求`)
  return fail('bad-input', '拒绝来自其他页面的请求。')
}

async function takeFiles(paths: unknown, { listFiles }: Calls, tokens: FileTokens): Promise<Result<{ token: string }>> {
  const isList = Array.isArray(paths) && paths.length > 0 && paths.length <= maximumFiles
  if (!isList || !paths.every((path) => typeof path === 'string' && isAbsolute(path))) {
    return fail('bad-input', '没有得到文件：请用“导入”按钮选择文件。')
  }
  const files = await listFiles(paths as string[]) // every one is a text, see above
  return succeed({ token: tokens.add(files, null) })
}

export function sendEvent(contents: WebContents, event: string, payload: unknown): void {
  if (!contents.isDestroyed()) contents.send('event', event, payload)
}
