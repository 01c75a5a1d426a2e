/** BACKUPS: list, make, put back; everything into one file elsewhere and back from one. Times are ISO 8601 in UTC. */
import { z } from 'zod'
import { id, token, nothing, call, gives } from './input.ts'
import type { ExportOutcome } from './export.ts'
import type { BackupInfo, MadeBackup, RestorePreview } from '../model/stored/backups.ts'

export interface RestoreOutcome {
  projects: number
  /** The file that holds what stood here before; '' where nothing did. */
  kept: string
  /** Names of projects whose contents were damaged in the backup already; they were restored as they are. */
  damaged: string[]
}

export interface BackupExport {
  projects: number
  bytes: number
  /** Electron: the file. Browser: ''. */
  place: string
  downloads: ExportOutcome['downloads']
  /** Sentences about what is damaged here, and so in the copy. */
  damaged: string[]
  /** `unknown`: a browser's download, which the person may have put anywhere. */
  outside: 'yes' | 'no' | 'unknown'
}

export interface OutsideCopyState {
  /** null: there was none. */
  copiedAt: string | null
  /** There is work of more than a week that stands on this disk alone, and the person was not reminded lately. */
  isDue: boolean
}

const restoreSource = z.union([z.object({ name: z.string().max(200) }).strict(), z.object({ token }).strict()])

export const backupCalls = {
  'backup.list': call(nothing, gives<BackupInfo[]>()),
  'backup.create': call(z.object({ job: id }).strict(), gives<MadeBackup>()),
  /** Lets the person choose a file to restore from (Electron), or answers null: the browser uploads it and gets the token. */
  'backup.choose': call(nothing, gives<{ token: string } | null>()),
  /** What restoring from a backup of the list, or from a chosen file, would bring and replace. */
  'backup.look': call(restoreSource, gives<RestorePreview>()),
  /** Replaces the whole workspace; every page has to read everything anew. What stood here is kept as a backup. */
  'backup.restore': call(z.object({ source: restoreSource, job: id }).strict(), gives<RestoreOutcome>()),
  /** Everything into one file; asks where to (Electron) or offers it for download (browser). null: the person cancelled. */
  'backup.export': call(z.object({ job: id }).strict(), gives<BackupExport | null>()),
  /** When there was last a copy outside this disk. */
  'backup.outside': call(nothing, gives<OutsideCopyState>()),
  /** The person has put a downloaded copy on another disk, which the program cannot see; or wants to hear of it later. */
  'backup.settleOutside': call(z.object({ how: z.enum(['copied', 'later']) }).strict(), gives<OutsideCopyState>()),
  /** Shows the data folder in the system's file manager; `opened` is false where that cannot be done. */
  'data.openFolder': call(nothing, gives<{ opened: boolean; folder: string }>()),
}
