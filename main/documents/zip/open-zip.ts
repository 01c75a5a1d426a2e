/**
 * Opens a zip package (.xlsx, .docx) without unpacking it; parts are unpacked on demand, within limits.ts. Sizes are
 * checked before anything is inflated, and fflate inflates into a buffer of the declared size, so a lying header cannot
 * make it grow. Part names are compared without regard to case and leading slash, as Office does. Nothing is ever
 * written to disk, so names such as `../x` are only names.
 */
import { unzipSync } from 'fflate'
import type { UnzipFileFilter, Unzipped } from 'fflate'
import { FileProblem } from '../file-problem.ts'
import { limits, megabytes } from '../limits.ts'

export interface Zip {
  /** Lower-case names of all entries. */
  names: string[]
  has(name: string): boolean
  /** Unpacked size as declared; 0 for a missing part. */
  size(name: string): number
  /** The parts that exist, by lower-case name. Throws FileProblem when a limit is passed or the data is damaged. */
  read(names: readonly string[]): Map<string, Uint8Array>
}

/** The form in which part names are compared. */
export function partKey(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()
}

export function openZip(bytes: Uint8Array): Zip {
  const sizes = new Map<string, number>()
  let entries = 0
  let unpacked = 0
  const small = unzip(bytes, (file) => {
    entries++
    if (entries > limits.zipEntries) {
      throw new FileProblem('F-LARGE', `里的部件超过 ${limits.zipEntries} 个，不像正常的表格文件。请另存一份再试。`)
    }
    const key = partKey(file.name)
    sizes.set(key, file.originalSize)
    if (file.originalSize > smallPart || unpacked + file.originalSize > smallParts || !isWanted(key)) return false
    unpacked += file.originalSize
    return true
  })
  const kept = byKey(small)
  return {
    names: [...sizes.keys()],
    has: (name) => sizes.has(partKey(name)),
    size: (name) => sizes.get(partKey(name)) ?? 0,
    read(names) {
      const parts = new Map<string, Uint8Array>()
      const wanted = new Set<string>()
      for (const key of names.map(partKey)) {
        const part = kept.get(key)
        if (part) parts.set(key, part)
        else if (sizes.has(key)) wanted.add(key)
      }
      if (wanted.size === 0) return parts
      const files = unzip(bytes, (file) => {
        if (!wanted.has(partKey(file.name))) return false
        unpacked += file.originalSize
        if (file.originalSize > limits.partBytes || unpacked > limits.partsBytes) throw bomb(bytes.length)
        return true
      })
      for (const [key, part] of byKey(files)) parts.set(key, part)
      return parts
    },
  }
}

/** Parts up to this size are unpacked while the package is opened, as long as they are few: each later look scans it again. */
const smallPart = 128 * 1024
const smallParts = 1024 * 1024

const isWanted = (key: string) => /\.(?:xml|rels)$/.test(key) && !neverRead.test(key)
const neverRead = /^\[content_types\]|^docprops\/(?:core|custom)\.|\/(?:theme|printersettings|drawings)\//

const byKey = (files: Unzipped) => new Map(Object.entries(files).map(([name, part]) => [partKey(name), part]))

function unzip(bytes: Uint8Array, filter: UnzipFileFilter): Unzipped {
  try {
    return unzipSync(bytes, { filter })
  } catch (error) {
    if (error instanceof FileProblem) throw error
    throw new FileProblem('F-CUT', '不完整或已损坏，可能没有下载或复制完。请重新取得文件后再试。', { cause: error })
  }
}

function bomb(fileBytes: number): FileProblem {
  return new FileProblem(
    'F-BOMB',
    `只有 ${megabytes(fileBytes)}，解开后却超过 ${megabytes(limits.partBytes)}，为安全起见不予读取。请删去多余内容后另存一份再试。`,
  )
}
