/** THE PROGRAM AND ITS WORKSPACE: what it is, how it is, units, years and settings. Times are ISO 8601 in UTC. */
import { z } from 'zod'
import { id, nothing, call, gives } from './input.ts'
import type { DamagedProject } from '../model/stored/projects.ts'
import type { Unit } from '../model/stored/units.ts'

export interface AppInfo {
  version: string
  host: 'electron' | 'browser'
  /** The folder of the workspace, for the person to see. */
  dataFolder: string
  workspace: string
}

/** What the person has to know about the workspace itself. All empty: nothing. */
export interface Health {
  damaged: DamagedProject[]
  /** Sentences about anything else that was found. */
  notices: string[]
  /** The workspace file does not stand in its place any more: what happened. What is typed is not saved until it is kept (`workspace.keep`). */
  gone: string | null
  /** Why the backup of the day could not be made, and since when it is tried. */
  backup: { message: string; since: string } | null
}

export const workspaceCalls = {
  'app.info': call(nothing, gives<AppInfo>()),
  /** Loads the page anew (Electron, where the page itself may go nowhere); false where the page does so itself (browser). */
  'app.reload': call(nothing, gives<{ reloading: boolean }>()),
  /** Sends the page what the clipboard holds, as its paste event (Electron); false where the page reads it itself (browser). */
  'clipboard.paste': call(nothing, gives<{ pasted: boolean }>()),
  /** The workspace file is gone: writes everything the program holds into a file, and goes on with that. */
  'workspace.keep': call(nothing, gives<{ file: string; isBeside: boolean }>()),
  /** What was found damaged, backups that could not be made. */
  'workspace.health': call(nothing, gives<Health>()),
  'units.list': call(nothing, gives<Unit[]>()),
  'years.list': call(nothing, gives<string[]>()),
  'settings.read': call(nothing, gives<Record<string, string>>()),
  'settings.write': call(z.object({ key: id, value: z.string().max(100_000) }).strict(), gives<{ saved: true }>()),
}
