/**
 * A refusal: something the program will not or cannot do, told to the person. Handlers throw it; dispatch.ts turns it
 * into the failure of a Result. Everything else that is thrown is our mistake and becomes `unexpected`.
 */
import type { Failure } from '../../../shared/ipc/result.ts'

export class Refusal extends Error {
  readonly code: string

  /** `code` as in shared/ipc/result.ts; `message` in Chinese: what happened, where, what can be done. */
  constructor(code: string, message: string) {
    super(message)
    this.name = 'Refusal'
    this.code = code
  }
}

/** Our own codes are lower case (`store-busy`, `pdf-no-browser`) or of a file (`F-CUT`); those of Node and SQLite are upper case. */
const ownCode = /^(?:[a-z]+(?:-[a-z]+)*|F-[A-Z]+)$/
const systemMessages: Record<string, string> = {
  ENOSPC: '磁盘空间不足：请清理出空间，或换一个文件夹再试。',
  EACCES: '没有写入或读取的权限：请换一个文件夹，或向管理员要权限。',
  EPERM: '没有权限，或者文件正被别的程序打开：请关闭它，或换一个文件夹再试。',
  EBUSY: '文件正被别的程序打开（例如 Excel 或 WPS）：请关闭后再试，或换一个文件夹。',
  EROFS: '这个文件夹是只读的：请换一个文件夹。',
  ENOENT: '文件或文件夹不存在，可能已被移走或 U 盘已拔出：请检查后再试。',
  ENAMETOOLONG: '文件夹和文件名加起来太长：请换一个路径短一些的文件夹。',
  EIO: '读写磁盘出错：U 盘或网络盘可能已断开，请检查后再试。',
  EEXIST: '同名的文件已经存在：请换一个名字或文件夹。',
  ENOTDIR: '路径中的一段不是文件夹：请检查路径。',
  EISDIR: '这是一个文件夹，不是文件：请检查路径。',
  EADDRINUSE: '端口已被别的程序占用：请换一个端口，或不写 --port，由程序任选一个。',
  EMFILE: '同时打开的文件太多：请稍后再试。',
}

/** The binding of the database is the only native library there is. */
const systemTooOld =
  '这台电脑的系统比程序自带的数据库程序库要求的旧（统信 UOS 20、麒麟 V10 就是这样）：请按 README“常见问题”在本机重新编译一次（npm run rebuild:sqlite）。'

/**
 * What the person is told about something thrown; null when it is none of the foreseen failures. Errors of the store and
 * the documents carry their own stable code and Chinese message; errors of the system are translated.
 */
export function toFailure(thrown: unknown): Failure | null {
  if (!(thrown instanceof Error)) return null
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : ''
  if (thrown instanceof Refusal || ownCode.test(code)) return { code, message: thrown.message }
  if (code === 'ERR_DLOPEN_FAILED') return { code: 'system-too-old', message: systemTooOld }
  if (!/^E[A-Z]+$/.test(code)) return null
  const ours = !thrown.message.includes(`${code}:`) // Node's messages name the code, ours do not
  const message = ours ? thrown.message : systemMessages[code]
  if (message === undefined) return null
  const place = !ours && 'path' in thrown && typeof thrown.path === 'string' ? `${thrown.path}：` : ''
  return { code: `file-${code.slice(1).toLowerCase()}`, message: `${place}${message}` }
}
