/** What the program and the thread for long work on workspace files say to each other. Everything survives structured clone. */
import type { BackupInfo, MadeBackup } from '../../../shared/model/stored/backups.ts'
import type { Structure } from '../damage/structure.ts'
import type { Exported } from '../backup/export-workspace.ts'
import type { SourceLook } from '../restore/look-at-source.ts'
import type { Prepared, RestoreRequest } from '../restore/prepare-restore.ts'
import type { StoreProblemCode } from '../file/store-problem.ts'

/** The workspace as it stands is read on a connection of the thread's own, while the program goes on writing. */
export interface StoreWorks {
  /** A backup beside the workspace; `now`: ISO 8601. */
  backup: { input: { file: string; reason: BackupInfo['reason']; now: string }; output: MadeBackup }
  /** Everything into one file elsewhere. */
  export: { input: { file: string; target: string; replaces: boolean }; output: Exported }
  /** What a file holds that might be restored, beside what is here. */
  look: { input: { file: string; source: string }; output: SourceLook }
  /** SQLite's own check of the workspace. */
  structure: { input: { file: string }; output: Structure }
  /** The long half of a restore. */
  restore: { input: RestoreRequest; output: Prepared }
}

export type StoreWorkName = keyof StoreWorks
export type StoreWork = { [Name in StoreWorkName]: { name: Name; input: StoreWorks[Name]['input'] } }[StoreWorkName]

/** What the thread is started with. `cancel`: one number, 1 once the person wants it to stop. */
export interface StoreWorkData {
  work: StoreWork
  cancel: Int32Array
}

export type StoreWorkReply =
  /** A copy is being written by SQLite, which tells nothing: its growing file does. */
  | { type: 'writing'; path: string }
  | { type: 'progress'; done: number; total: number }
  | { type: 'done'; output: StoreWorks[StoreWorkName]['output'] }
  | { type: 'problem'; code: StoreProblemCode; message: string }
  | { type: 'cancelled' }
  | { type: 'failed'; message: string }
