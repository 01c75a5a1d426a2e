/** How a person at a terminal gets a workspace back that does not open: what can be restored, as commands to copy. */
import { findRemnants } from '../../store/restore/remnants.ts'
import type { Remnant } from '../../store/restore/remnants.ts'

/** More than these few nobody copies from a terminal. */
const shownFiles = 5

const restorable = ['store-missing', 'store-damaged', 'store-not-a-database']

/** `code` is the failure's; `command` restores a file. Empty where a restore is no answer. */
export function wayBack(code: string | undefined, file: string, command: (remnant: Remnant) => string): string[] {
  if (code === undefined || !restorable.includes(code)) return []
  const commands = findRemnants(file)
    .slice(0, shownFiles)
    .map((remnant) => `  ${command(remnant)}`)
  return commands.length > 0 ? ['可以恢复的（备份在前，新的在前）：', ...commands] : ['没有找到备份。']
}

/** As one word of a command. */
export const shellWord = (text: string): string => (/^[\p{L}\p{N}_./:\\-]+$/u.test(text) ? text : `"${text}"`)
