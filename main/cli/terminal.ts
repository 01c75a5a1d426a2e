/** What a command sees of the terminal it runs in; the tests pass their own. */
import type { OpenPdfPrinter, OwnPrograms } from '../handlers/documents.ts'
import type { Log } from '../handlers/door/log.ts'
import type { TemplateRegistry } from '../../shared/templates/registry.ts'

export interface Terminal {
  /** Relative paths count from here. */
  folder: string
  /** Progress and notes, for people: standard error. */
  log: Log
  /** One changing line of progress; '' clears it. Nothing where standard error is no terminal. */
  progress: (line: string) => void
  /** The forms this program knows. */
  templates: TemplateRegistry
  /** An installed browser, or the desktop program itself. */
  pdf: OpenPdfPrinter
  /** undefined when the sources run. */
  programs: OwnPrograms | undefined
  now: () => string
  newId: () => string
}

/** What a command answers; main.ts prints one of the two to standard output. */
export interface Answer {
  status: 0 | 1 | 2
  /** With --json. */
  json: unknown
  /** Without. */
  text: string
}
