/**
 * POST /upload?name=<file name>[&token=<token of the first file>][&use=workspace]: one file a request, the raw bytes as the body.
 * The first answers a token; further files of the same choice (a folder, several files) are sent with that token. A whole
 * workspace to restore from is far larger than any table, and only the last one sent is kept.
 * Files are spooled to a folder of our own under names of our own; the person's name is only a label.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { uploadLimits } from '../../shared/ipc/upload-limits.ts'
import { Refusal } from '../handlers/door/refusal.ts'
import { visibleName } from '../../shared/values/text/visible-text.ts'
import { spoolTo } from './body.ts'
import type { IncomingMessage } from 'node:http'
import type { Failure } from '../../shared/ipc/result.ts'
import type { Unsent } from '../../shared/ipc/upload-limits.ts'
import type { FileTokens, WaitingFile } from '../handlers/door/file-tokens.ts'

const megabytes = uploadLimits.fileBytes / 1024 / 1024
const tooLarge: Failure = {
  code: 'file-too-large',
  message: `文件超过了 ${megabytes} MB 的上限，没有读取：请删去图片等多余内容，或拆分后再试。`,
}
const tooMuch: Failure = {
  code: 'file-too-large',
  message: '这次选的文件加起来超过了 2 GB，从这个起没有读取：请分几次导入。',
}
const unsentReasons = new Map<string, Failure>([
  ['large' satisfies Unsent, tooLarge],
  [
    'unreadable' satisfies Unsent,
    {
      code: 'file-unreadable',
      message: '浏览器读不到这个文件：它可能已被移走、改名，或正被别的程序占用。请检查后再选一次。',
    },
  ],
])

export interface Uploads {
  receive: (request: IncomingMessage, query: URLSearchParams) => Promise<{ token: string }>
}

/** `folder` holds the spooled files; it is emptied at the start. */
export function createUploads(folder: string, tokens: FileTokens, newId: () => string): Uploads {
  rmSync(folder, { recursive: true, force: true })
  const sizes = new Map<string, number>()
  let lastWorkspace = ''
  const receiveWorkspace = async (request: IncomingMessage, name: string): Promise<{ token: string }> => {
    tokens.remove(lastWorkspace)
    const spool = join(folder, newId())
    mkdirSync(spool, { recursive: true, mode: 0o700 })
    const path = join(spool, 'workspace.db')
    try {
      await spoolTo(request, path, uploadLimits.workspaceBytes)
    } catch (thrown) {
      rmSync(spool, { recursive: true, force: true })
      throw thrown
    }
    lastWorkspace = tokens.add([{ name, path, error: null }], spool)
    return { token: lastWorkspace }
  }
  return {
    async receive(request, query) {
      const name = cleanName(query.get('name') ?? '')
      if (query.get('use') === 'workspace') return receiveWorkspace(request, name)
      const known = query.get('token')
      const spool = known === null ? join(folder, newId()) : spoolOf(tokens, known)
      mkdirSync(spool, { recursive: true, mode: 0o700 })
      const path = join(spool, `${newId()}${plainExtension(name)}`)
      const file: WaitingFile = { name, path, error: null }
      const left = uploadLimits.totalBytes - (sizes.get(spool) ?? 0)
      try {
        const size = await spoolTo(request, path, Math.min(uploadLimits.fileBytes, left))
        sizes.set(spool, (sizes.get(spool) ?? 0) + size)
        file.error = unsentReasons.get(query.get('unsent') ?? '') ?? null
      } catch (thrown) {
        if (!(thrown instanceof Refusal)) throw thrown
        file.error = left < uploadLimits.fileBytes ? tooMuch : tooLarge // reported among the others by import.read
      }
      if (file.error) rmSync(path, { force: true })
      if (known !== null) tokens.append(known, [file])
      return { token: known ?? tokens.add([file], spool) }
    },
  }
}

function spoolOf(tokens: FileTokens, token: string): string {
  const waiting = tokens.read(token)
  if (waiting.spool === null) throw new Refusal('bad-input', '不能在这里追加文件：请重新选择文件。')
  if (waiting.files.length >= uploadLimits.files) {
    throw new Refusal('file-too-many', `一次最多选择 ${uploadLimits.files} 个文件：请分几次导入。`)
  }
  return waiting.spool
}

/** A label for people: folders below the chosen one stay, control characters become visible, leading separators go. */
function cleanName(name: string): string {
  const clean = visibleName(name)
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/')
  if (clean === '' || clean.length > 1000) throw new Refusal('bad-input', '文件名是空的或太长。')
  return clean
}

/** Text files are told apart by the end of their name; anything but letters and digits is left out. */
function plainExtension(name: string): string {
  return /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0].toLowerCase() ?? ''
}
