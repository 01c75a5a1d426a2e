/** A workspace file put in the place of the workspace, and the backup of the day, as the program does both: in their steps, here one after the other. */
import { prepareRestore } from '../../../main/store/restore/prepare-restore.ts'
import type { Restored } from '../../../main/store/restore/restore.ts'
import type { Store } from '../../../main/store/store.ts'
import type { MadeBackup } from '../../../shared/model/stored/backups.ts'

export const restoreFrom = (store: Store, source: string): Restored =>
  store.putBack(prepareRestore(store.restoreRequest(source)))

/** `name`: of a backup in the list. */
export const restoreBackup = (store: Store, name: string): Restored => store.restoreBackup(name)

/** null: that of this day is there. */
export const backUpDaily = ({ backups }: Store): MadeBackup | null => backups.createDaily()
