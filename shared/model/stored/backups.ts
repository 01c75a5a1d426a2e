/** What a store answers about backups and the files a workspace can be restored from. */

export interface BackupInfo {
  name: string
  createdAt: string
  bytes: number
  reason: 'daily' | 'migration' | 'manual' | 'restore'
  /** Something in it was damaged already when it was made. */
  isDamaged?: boolean
}

export interface MadeBackup extends BackupInfo {
  /** Sentences about what was damaged and stands in it as it was. */
  damaged: string[]
}

/** What a file holds and what is here. Counts of projects; times of the last change, '' where there is no project. */
export interface RestorePreview {
  /** The name of the backup or file, for the person. */
  name: string
  there: WorkspaceCounts
  here: WorkspaceCounts
  /** Living projects that only one of the two has; of both, those changed later here. */
  onlyThere: number
  onlyHere: number
  laterHere: number
}

export interface WorkspaceCounts {
  projects: number
  /** In the recycle bin. */
  deleted: number
  changedAt: string
}
