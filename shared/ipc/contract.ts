/**
 * THE CONTRACT between the page and the program: every call with the check of its input and the type of its output, and
 * every event. One line here and one function of the same name in main/handlers is all a new call needs: the preload,
 * the web server and renderer/api.ts derive from this object. No path ever comes from the page: the program asks for
 * paths itself and hands out tokens.
 */
import { z } from 'zod'
import type {
  AppInfo,
  BackupInfo,
  ExportOutcome,
  ExportPlan,
  ImportOutcome,
  ImportPreview,
  LearnedIndicator,
  PastEntry,
  ProjectSummary,
  SaveOutcome,
  TableDocument,
  Unit,
  UsualRow,
  VersionContent,
  VersionInfo,
} from './types.ts'

const id = z.string().regex(/^[0-9a-zA-Z_-]{1,64}$/)
const ids = z.array(id).min(1).max(20_000)
const token = id
const year = z
  .string()
  .regex(/^\d{4}$/)
  .or(z.literal(''))
const nothing = z.object({}).strict()
/** A record is checked in depth by shared/model/check.ts in the handler; here only its size is bounded by the transport. */
const record = z.record(z.string(), z.unknown())
/** 说明 and 意见, checked in depth by shared/model/check-notes.ts. Absent: as they were; of a new project none. */
const notes = z.array(z.unknown()).max(5000).optional()
/** Columns of an indicator that have suggestions from past entries. */
export const entryFields = [
  'name',
  'description',
  'termTarget',
  'target',
  'basis',
  'lastActual',
  'weight',
  'scoring',
  'evidence',
] as const
export const exportFormats = ['xlsx', 'docx', 'html', 'pdf', 'json'] as const

function call<Input extends z.ZodType, Output>(input: Input, _output: (value: never) => Output) {
  return { input } as { input: Input; output: Output } // output exists only as a type
}
const gives =
  <T>() =>
  (value: never): T =>
    value

export const contract = {
  'app.info': call(nothing, gives<AppInfo>()),

  'projects.list': call(z.object({ deleted: z.boolean() }).strict(), gives<ProjectSummary[]>()),
  /** Full-text search over everything in the records; ids in order of relevance. */
  'projects.search': call(z.object({ text: z.string().max(200) }).strict(), gives<string[]>()),
  /** The table a project stands in: itself, or all projects of its unit and year on a list form. */
  'projects.open': call(z.object({ id }).strict(), gives<TableDocument>()),
  'projects.create': call(
    z
      .object({ template: z.string().max(100), year, unitName: z.string().max(500), unitCode: z.string().max(100) })
      .strict(),
    gives<{ id: string }>(),
  ),
  /** All changes of one table in one transaction; `version` is the one the page started from. New ids are made by the program. */
  'projects.save': call(
    z
      .object({
        changes: z.array(z.object({ id, version: z.int().nonnegative(), record, notes }).strict()).max(5000),
        /** `was`: the project it was before it was removed, brought back by undo. */
        added: z
          .array(z.object({ template: z.string().max(100), record, notes, was: id.optional() }).strict())
          .max(5000),
        removed: z.array(id).max(5000),
        /** The whole table in its new order, where that changed: ids, and indices into `added`. */
        order: z.array(id.or(z.int().nonnegative())).max(10_000).optional(),
        reason: z.string().max(100),
      })
      .strict(),
    gives<SaveOutcome>(),
  ),
  'projects.duplicate': call(z.object({ ids, year }).strict(), gives<{ ids: string[] }>()),
  /** The same contents on another form. */
  'projects.changeTemplate': call(
    z.object({ ids, template: z.string().max(100) }).strict(),
    gives<{ count: number }>(),
  ),
  /** Runs the rules of today over stored projects and keeps how much they find. */
  'projects.check': call(
    z.object({ ids }).strict(),
    gives<{ checked: number; findings: ProjectSummary['findings'] }>(),
  ),
  'projects.remove': call(z.object({ ids }).strict(), gives<{ count: number }>()),
  'projects.restore': call(z.object({ ids }).strict(), gives<{ count: number }>()),
  /** Empties the named projects out of the recycle bin for good. */
  'projects.purge': call(z.object({ ids }).strict(), gives<{ count: number }>()),

  'versions.list': call(z.object({ id }).strict(), gives<VersionInfo[]>()),
  'versions.read': call(z.object({ id, version: z.int().positive() }).strict(), gives<VersionContent>()),

  /** The editor's undo history of a table (its first project's id), kept over restarts; null: none. */
  'history.read': call(z.object({ table: id }).strict(), gives<{ state: string | null }>()),
  'history.write': call(z.object({ table: id, state: z.string().max(4_000_000) }).strict(), gives<{ saved: true }>()),
  /** What the unit wrote before in a column of its indicators, most used first; under one second level, or '' for all. */
  'entries.list': call(
    z.object({ unitName: z.string().max(500), field: z.enum(entryFields), subcategory: z.string().max(500) }).strict(),
    gives<PastEntry[]>(),
  ),

  /** How the unit's tables choose 依据, 赋分规则 and 佐证资料, most used first; from those changed last. */
  'entries.usual': call(z.object({ unitName: z.string().max(500) }).strict(), gives<UsualRow[]>()),
  /** The indicators of all tables of the workspace, each once: the unit's own first, most used first. */
  'entries.indicators': call(z.object({ unitName: z.string().max(500) }).strict(), gives<LearnedIndicator[]>()),

  /** Sends the page what the clipboard holds, as its paste event (Electron); false where the page reads it itself (browser). */
  'clipboard.paste': call(nothing, gives<{ pasted: boolean }>()),

  'units.list': call(nothing, gives<Unit[]>()),
  'years.list': call(nothing, gives<string[]>()),
  'settings.read': call(nothing, gives<Record<string, string>>()),
  'settings.write': call(z.object({ key: id, value: z.string().max(100_000) }).strict(), gives<{ saved: true }>()),

  /** Lets the person choose files (Electron), or answers null: the browser uploads them and gets the token from the upload. */
  'import.choose': call(nothing, gives<{ token: string } | null>()),
  'import.read': call(z.object({ token }).strict(), gives<ImportPreview>()),
  /** Saves the chosen tables of a preview, `asNew` beside the project that is held already; all when `tables` is absent. */
  'import.commit': call(
    z
      .object({
        token,
        tables: z
          .array(
            z
              .object({ file: z.int().nonnegative(), table: z.int().nonnegative(), asNew: z.boolean().optional() })
              .strict(),
          )
          .max(20_000)
          .optional(),
      })
      .strict(),
    gives<ImportOutcome>(),
  ),
  /** Takes an import back while nobody has gone on working on what it brought. */
  'import.undo': call(
    z
      .object({
        updated: z.array(z.object({ id, version: z.int().min(2) }).strict()).max(20_000),
        added: z.array(id).max(20_000),
      })
      .strict(),
    gives<{ count: number }>(),
  ),
  /** Puts the program's own invented examples into the workspace. */
  'examples.open': call(nothing, gives<ImportOutcome>()),

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

  'backup.list': call(nothing, gives<BackupInfo[]>()),
  'backup.create': call(nothing, gives<BackupInfo>()),
  'backup.restore': call(z.object({ name: z.string().max(200) }).strict(), gives<{ restored: true }>()),
}

export type Contract = typeof contract
export type CallName = keyof Contract
export type CallInput<Name extends CallName> = z.infer<Contract[Name]['input']>
export type CallOutput<Name extends CallName> = Contract[Name]['output']

/** Events the program sends to every page: name → payload. */
export interface EventPayloads {
  /** Progress of a job started with the id in `job`. */
  'job.progress': { job: string; done: number; total: number; item: string }
  /** Something in the store changed (ids; empty: anything). */
  'store.changed': { ids: string[] }
  /** A menu entry or shortcut of the desktop window asks the page for an action of its registry. */
  'action.run': { action: string }
}
export const eventNames = ['job.progress', 'store.changed', 'action.run'] as const satisfies (keyof EventPayloads)[]
