/** The whole workspace in one file at a place of the person's choice, and such a file back in the place of a workspace. */
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { checkFirstBytes } from '../../store/restore/check-ours.ts'
import { noteOutsideCopy } from './outside-copy.ts'
import { restoreFile } from '../../store/restore/restore.ts'
import type { HandlerContext } from '../door/context.ts'
import type { Restored } from '../../store/restore/restore.ts'

/** For a workspace nobody has open; made, with its folder, where it is missing. Nothing is made for a file that is none of ours. */
export function restoreWorkspace(file: string, source: string, now: string): Restored {
  checkFirstBytes(source)
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  return restoreFile(file, source, now)
}

/** Never over a file that is there. What is damaged goes along as it is, and is named. */
export function copyWorkspace({ store, now }: Pick<HandlerContext, 'store' | 'now'>, target: string) {
  const copied = store.exportTo(target, false)
  noteOutsideCopy(store.file, target, now())
  return copied
}
