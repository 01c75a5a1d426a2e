/**
 * What the browser host of a workspace remembers from one run to the next, in the data folder: its port, and the keys of
 * the pages opened on it. A page that is open while the program is started again finds it at the same address, which
 * proves itself with the page's key. One small file a workspace, readable by its owner only.
 */
import { createHash } from 'node:crypto'
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { isKey } from '../../shared/ipc/line.ts'
import { putInPlace } from '../store/file/durable-file.ts'

export interface KeptPlace {
  port: number
  /** Newest first. */
  keys: readonly string[]
}

export const nothingKept: KeptPlace = { port: 0, keys: [] }

/** The file of a workspace: several may share a data folder. */
export function keptKeysFile(dataFolder: string, workspace: string): string {
  const name = createHash('sha256').update(workspace).digest('hex').slice(0, 16)
  return join(dataFolder, 'sessions', `${name}.json`)
}

/** Whatever is missing, unreadable or not ours counts as nothing kept. */
export function readKeptKeys(file: string): KeptPlace {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return isKeptPlace(value) ? value : nothingKept
  } catch {
    return nothingKept
  }
}

function isKeptPlace(value: unknown): value is KeptPlace {
  if (typeof value !== 'object' || value === null) return false
  const { port, keys } = value as Record<string, unknown> // any object has readable fields
  const isPort = Number.isInteger(port) && Number(port) > 0 && Number(port) < 65_536
  return isPort && Array.isArray(keys) && keys.every(isKey)
}

/** Whole or not at all. Throws the system's error. */
export function writeKeptKeys(file: string, place: KeptPlace): void {
  mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 })
  const temporary = `${file}.tmp`
  rmSync(temporary, { force: true }) // left by a program that was killed; its mode would stay
  const handle = openSync(temporary, 'wx', 0o600)
  try {
    writeSync(handle, JSON.stringify(place))
  } finally {
    closeSync(handle)
  }
  putInPlace(temporary, file)
}

export const forgetKeys = (file: string): void => rmSync(file, { force: true })
