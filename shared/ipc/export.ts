/** WRITING FILES: export, download, print; long work is cancelled here. */
import { z } from 'zod'
import { id, ids, token, call, gives } from './input.ts'

export interface WrittenFile {
  file: string
  project: string
  template: string
  bytes: number
}

export interface ExportPlan {
  /** How many tables the projects stand in. */
  tables: number
  /** Sentences for the person: which projects an export brings with the selected ones. Not for .json. */
  notes: string[]
}

export interface ExportOutcome {
  written: WrittenFile[]
  /** Electron: the folder or file shown to the person. Browser: ''. */
  place: string
  /** Browser: what there is to download, each by its token (`download.ticket`); Electron: empty. */
  downloads: { name: string; token: string }[]
  /** As in the plan. */
  notes: string[]
  problems: { project: string; message: string }[]
}

export const exportFormats = ['xlsx', 'docx', 'html', 'pdf', 'json'] as const

export const exportCalls = {
  /** What an export of these projects would bring: on a list form the whole table of each. */
  'export.plan': call(z.object({ ids }).strict(), gives<ExportPlan>()),
  /** Writes the official form of projects; asks where to (Electron) or offers downloads (browser). null: the person cancelled. */
  'export.run': call(
    z.object({ ids, format: z.enum(exportFormats), single: z.boolean(), job: id }).strict(),
    gives<ExportOutcome | null>(),
  ),
  /** The address of a file offered for download: good once and for two minutes (browser). */
  'download.ticket': call(z.object({ token }).strict(), gives<{ url: string }>()),
  /** Prints through the system's dialog (Electron); answers false where the page must print itself (browser). */
  'print.run': call(z.object({ ids }).strict(), gives<{ printed: boolean }>()),
  'job.cancel': call(z.object({ job: id }).strict(), gives<{ cancelled: boolean }>()),
}
