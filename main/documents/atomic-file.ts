/**
 * Writing a file so that it is there whole or not at all: temporary name in the same folder, flush, rename, flush of
 * the folder. Overwriting in place, or renaming without the flush, loses files when the power goes. A name that another
 * program holds for a moment is tried again (files/held-file.ts).
 */
import { randomUUID } from 'node:crypto'
import { link, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { heldWaitsMs, untilFree } from '../files/held-file.ts'

/** Throws an Error with a Chinese message saying what to do; the system's error is its `cause`. Leaves nothing behind on failure. */
export async function writeFileAtomic(
  path: string,
  bytes: Uint8Array | string,
  waitsMs: readonly number[] = heldWaitsMs,
): Promise<void> {
  await write(path, bytes, (temporary) => untilFree(() => rename(temporary, path), waitsMs))
}

/** The same for a name that is still free: rejects with `file-eexist` where there is a file of it by then, which stays. */
export async function writeNewFile(path: string, bytes: Uint8Array | string): Promise<void> {
  await write(path, bytes, (temporary) => moveToFree(temporary, path))
}

async function write(
  path: string,
  bytes: Uint8Array | string,
  move: (temporary: string) => Promise<void>,
): Promise<void> {
  const folder = dirname(path)
  const temporary = join(folder, `.jibiao-${randomUUID()}.tmp`)
  try {
    const file = await open(temporary, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await move(temporary)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw fileError(error, path)
  }
  await syncFolder(folder)
}

/**
 * A rename replaces what is there; a second name does not, and the first is taken away. Disks without second names (USB
 * sticks with FAT, many shares) get an empty file of that name first, which then is ours to replace.
 */
async function moveToFree(temporary: string, path: string): Promise<void> {
  const isNamed = await link(temporary, path).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw error
      return false
    },
  )
  if (isNamed) return rm(temporary).catch(() => undefined) // hidden, and whoever holds it lets it go some time
  await (await open(path, 'wx')).close()
  await untilFree(() => rename(temporary, path)).catch(async (failed: unknown) => {
    await rm(path, { force: true })
    throw failed
  })
}

/** Makes the rename itself durable. Windows cannot open folders and does not need it; the file stands either way. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  if (handle === null) return
  try {
    await handle.sync()
  } catch {
    // Some network file systems refuse to flush a folder.
  } finally {
    await handle.close()
  }
}

const reasons: Record<string, string> = {
  EACCES: '没有写入这个位置的权限，或文件是只读的、正被其他程序占用。请先关闭它，或换一个文件夹保存。',
  EPERM: '没有写入这个位置的权限，或文件正被其他程序（如 WPS、Excel、杀毒软件）占用。请先关闭它，或换一个文件名保存。',
  EBUSY: '文件正被其他程序（如 WPS、Excel、杀毒软件）占用。请先关闭它，或换一个文件名保存。',
  ENOSPC: '磁盘已满。请清理出空间，或换一个磁盘保存。',
  EDQUOT: '可用空间已用完。请清理出空间，或换一个磁盘保存。',
  EROFS: '这个磁盘是只读的。请换一个位置保存。',
  ENAMETOOLONG: '文件名或路径太长。请用短一些的文件名，或换一个文件夹保存。',
  ENOENT: '文件夹不存在（可能已被移走，或 U 盘已拔出）。请换一个文件夹保存。',
  ENOTDIR: '路径中有一段不是文件夹。请换一个文件夹保存。',
  EISDIR: '同名的文件夹已经存在。请换一个文件名保存。',
  EEXIST: '同名的文件已经存在。请换一个文件名保存。',
  EIO: '磁盘读写出错（U 盘可能已拔出或损坏）。请换一个位置保存。',
}

/** The system's error in words for a person, naming the file; `code` is `file-enospc` and the like (ipc/result.ts). */
export function fileError(error: unknown, path: string): Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const reason = reasons[code] ?? `请换一个位置再试（${code === '' ? String(error) : code}）。`
  return Object.assign(new Error(`无法写入“${basename(path)}”：${reason}`, { cause: error }), {
    code: code === '' ? 'file-write' : `file-${code.toLowerCase()}`,
  })
}
