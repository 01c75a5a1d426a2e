/** WORK THE STORE DOES NOT HAVE YET: what the page tells of it, and a copy of it elsewhere. */
import { z } from 'zod'
import { record, year, call, gives } from './input.ts'

/** What the page could not save, for the person to see and to keep a copy of. */
export interface UnsavedWork {
  /** What it is called: a project, or the unit of a list form. Empty: all is saved. */
  names: string[]
  /** Why not, in Chinese. */
  reason: string
  /** The projects concerned, as a .json file holds them. */
  entries: UnsavedEntry[]
}

export interface UnsavedEntry {
  template: string
  /** Absent: as the form prints it. */
  fiscalYear?: string | undefined
  record: Record<string, unknown>
  notes: unknown[]
}

const unsavedEntry = z
  .object({
    template: z.string().max(100),
    fiscalYear: year.optional(),
    record,
    notes: z.array(z.unknown()).max(5000),
  })
  .strict()
const unsaved = z
  .object({
    names: z.array(z.string().min(1).max(500)).max(5000),
    reason: z.string().max(2000),
    entries: z.array(unsavedEntry).max(5000),
  })
  .strict()

export const unsavedCalls = {
  /** The page's answer to the event `unsaved.ask`. */
  'unsaved.tell': call(unsaved, gives<{ heard: true }>()),
  /** Keeps a copy of what cannot be saved, in a place of the person's choice (Electron; a browser keeps its own download). null: cancelled. */
  'unsaved.copy': call(unsaved, gives<{ place: string } | null>()),
}
