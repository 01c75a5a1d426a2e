/** The words behind the program's name, as the first start takes them and a second start hands them to the first. */
import { existsSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readableExtensions } from '../handlers/import/list-files.ts'

export interface StartWords {
  data: string | undefined
  /** Absolute. */
  workspace: string | undefined
  /** Files and folders to read, absolute: those there are, and those that look as if they should be. */
  files: string[]
}

/** Unknown options are the system's: it adds some of its own. */
export function readStartWords(words: readonly string[], folder: string): StartWords {
  const options = { data: { type: 'string' }, workspace: { type: 'string' } } as const
  const { values, positionals } = parseArgs({ args: [...words], options, strict: false, allowPositionals: true })
  const paths = positionals.map((word) => resolve(folder, word))
  const path = (value: unknown): string | undefined => (typeof value === 'string' ? resolve(folder, value) : undefined)
  return {
    data: path(values.data),
    workspace: path(values.workspace),
    files: paths.filter((one) => existsSync(one) || readableExtensions.includes(extname(one).toLowerCase())),
  }
}

/**
 * What a second start has sent, as it came through the system. null: something else. (Unseen here: whether it comes. The
 * words themselves come in another order with words of Chromium between them and are not read: the first one then only
 * shows itself.)
 */
export function handedWords(value: unknown): Pick<StartWords, 'workspace' | 'files'> | null {
  if (typeof value !== 'object' || value === null) return null
  const { workspace, files } = value as Record<string, unknown> // any object has readable fields
  if (!Array.isArray(files) || !files.every((file) => typeof file === 'string')) return null
  return { workspace: typeof workspace === 'string' ? workspace : undefined, files }
}
