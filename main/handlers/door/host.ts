/**
 * What the handlers need from the program around them: the desktop window (main/app) or the browser host (main/web).
 * Paths live on this side only; the page gets tokens, names and download addresses.
 */
import type { EventPayloads } from '../../../shared/ipc/events.ts'
import type { UnsavedWork } from '../../../shared/ipc/unsaved.ts'

export interface Host {
  kind: 'electron' | 'browser'
  /** Asks for files to read. null: cancelled, or the page uploads them itself (browser). Folders are listed by the handler. */
  chooseFiles: () => Promise<string[] | null>
  /** Asks where an export goes: one name → a file, several → a folder. null: cancelled. */
  chooseDestination: (names: string[]) => Promise<Destination | null>
  /** The files are written: shows their folder (Electron) or offers them for download (browser). */
  deliver: (destination: Destination, files: string[]) => Promise<{ place: string; downloads: Download[] }>
  /** Asks for one file to restore the workspace from. null: cancelled, or the page uploads it itself (browser). */
  chooseBackup: () => Promise<string | null>
  /** Shows a folder in the system's file manager; false where that cannot be done. */
  openFolder: (folder: string) => Promise<boolean>
  /** An address below the own origin that gives a file delivered for download once; null when there is none (any more). */
  ticket: (token: string) => string | null
  /** Prints pages of one orientation (HTML, made when asked for) through the system's dialog; false where the page must print itself. */
  print: (html: () => Promise<Uint8Array<ArrayBuffer>>, orientation: 'portrait' | 'landscape') => Promise<boolean>
  /** Pastes into what has the focus on the page, as Ctrl+V does; false where only the page can. */
  paste: () => boolean
  /** Loads the page anew; false where the page must do so itself. */
  reload: () => boolean
  /** Files named at the start of the program that nobody has read yet; absolute paths, handed out once. */
  takeGiven: () => string[]
  /** The page's answer to `unsaved.ask`. */
  hearUnsaved: (work: UnsavedWork) => void
  emit: <Name extends keyof EventPayloads>(event: Name, payload: EventPayloads[Name]) => void
}

export interface Destination {
  folder: string
  /** The name the person gave to the only file; null: the proposed names are used. */
  fileName: string | null
}

export interface Download {
  name: string
  /** For `download.ticket`. */
  token: string
}
