/**
 * THE CONTRACT between the page and the program: every call with the check of its input and the type of its output, and
 * every event. One line in the file of its noun and one function of the same name in main/handlers is all a new call needs: the preload,
 * the web server and renderer/api.ts derive from this object, the union of the nouns. No path ever comes from the page: the program asks for
 * paths itself and hands out tokens.
 */
import { backupCalls } from './backup.ts'
import { entriesCalls } from './entries.ts'
import { exportCalls } from './export.ts'
import { importCalls } from './import.ts'
import { projectsCalls } from './projects.ts'
import { summaryCalls } from './summary.ts'
import { undoCalls } from './undo.ts'
import { unsavedCalls } from './unsaved.ts'
import { workspaceCalls } from './workspace.ts'
import type { z } from 'zod'

export const contract = {
  ...workspaceCalls,
  ...unsavedCalls,
  ...projectsCalls,
  ...undoCalls,
  ...entriesCalls,
  ...importCalls,
  ...exportCalls,
  ...backupCalls,
  ...summaryCalls,
}

export type Contract = typeof contract
export type CallName = keyof Contract
export type CallInput<Name extends CallName> = z.infer<Contract[Name]['input']>
export type CallOutput<Name extends CallName> = Contract[Name]['output']
