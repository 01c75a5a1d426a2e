/**
 * When the workspace was last copied to another disk or another computer. It stands beside the backups, not in the workspace:
 * a restore must not turn it back, and the command line may tell it while another program has the workspace open. It can
 * always be done without: unreadable, there was no such copy.
 */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { backupFolder } from './backup.ts'
import { moveInPlace } from '../file/durable-file.ts'

export interface OutsideCopy {
  /** ISO 8601 in UTC. */
  copiedAt: string
}

const nameIn = (file: string): string => join(backupFolder(file), 'outside-copy.json')

export function readOutsideCopy(file: string): OutsideCopy | null {
  try {
    const { copiedAt } = JSON.parse(readFileSync(nameIn(file), 'utf8')) as Partial<OutsideCopy>
    return typeof copiedAt === 'string' && Number.isFinite(Date.parse(copiedAt)) ? { copiedAt } : null
  } catch {
    return null
  }
}

export function writeOutsideCopy(file: string, copy: OutsideCopy): void {
  mkdirSync(backupFolder(file), { recursive: true, mode: 0o700 })
  const temporary = `${nameIn(file)}.new`
  writeFileSync(temporary, JSON.stringify(copy), { mode: 0o600 })
  moveInPlace(temporary, nameIn(file))
}

/** Another drive, partition, stick or share: what the system can tell. Two partitions of one disk pass for two. */
export function isOnAnotherDisk(file: string, target: string): boolean {
  const [here, there] = [dirname(file), dirname(target)].map((folder) => existsSync(folder) && statSync(folder).dev)
  return here !== there
}
