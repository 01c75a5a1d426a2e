/**
 * THE CONTRACT between the page and the program: every call with the check of its input and the type of its output, and
 * every event. One line here and one function of the same name in main/handlers is all a new call needs: the preload,
 * the web server and renderer/api.ts derive from this object. No path ever comes from the page: the program asks for
 * paths itself and hands out tokens.
 */
import { z } from 'zod'
import type {
  AppInfo,
  BackupExport,
  BackupInfo,
  DamagedLook,
  ExportOutcome,
  ExportPlan,
  Health,
  ImportOutcome,
  ImportPreview,
  LearnedIndicator,
  LeftOut,
  MadeBackup,
  OutsideCopyState,
  PastEntry,
  ProjectSummary,
  RestoreOutcome,
  RestorePreview,
  SaveOutcome,
  TableDocument,
  Unit,
  UsualRow,
  VersionContent,
  VersionInfo,
} from './types.ts'

const id = z.string().regex(/^[0-9a-zA-Z_-]{1,64}$/)
/** Whatever a person can select: a hundred thousand projects and more. */
const most = 1_000_000
const ids = z.array(id).min(1).max(most)
/** Of work that may take long: its progress is told under this id, and it is cancelled by it. */
const job = id.optional()
const token = id
const year = z
  .string()
  .regex(/^\d{4}$/)
  .or(z.literal(''))
const nothing = z.object({}).strict()
const restoreSource = z.union([z.object({ name: z.string().max(200) }).strict(), z.object({ token }).strict()])
/** A record is checked in depth by shared/model/check.ts in the handler; here only its size is bounded by the transport. */
const record = z.record(z.string(), z.unknown())
/** 说明 and 意见, checked in depth by shared/model/check-notes.ts. Absent: as they were; of a new project none. */
const notes = z.array(z.unknown()).max(5000).optional()
const unsavedEntry = z.object({ template: z.string().max(100), record, notes: z.array(z.unknown()).max(5000) }).strict()
const unsaved = z
  .object({
    names: z.array(z.string().min(1).max(500)).max(5000),
    reason: z.string().max(2000),
    entries: z.array(unsavedEntry).max(5000),
  })
  .strict()
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
  /** Loads the page anew (Electron, where the page itself may go nowhere); false where the page does so itself (browser). */
  'app.reload': call(nothing, gives<{ reloading: boolean }>()),
  /** The page's answer to the event `unsaved.ask`. */
  'unsaved.tell': call(unsaved, gives<{ heard: true }>()),
  /** Keeps a copy of what cannot be saved, in a place of the person's choice (Electron; a browser keeps its own download). null: cancelled. */
  'unsaved.copy': call(unsaved, gives<{ place: string } | null>()),

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
  'projects.duplicate': call(z.object({ ids, year, job }).strict(), gives<{ ids: string[] } & LeftOut>()),
  /** The same contents on another form. */
  'projects.changeTemplate': call(
    z.object({ ids, template: z.string().max(100), job }).strict(),
    gives<{ count: number } & LeftOut>(),
  ),
  /** Runs the rules of today over stored projects and keeps how much they find. */
  'projects.check': call(
    z.object({ ids, job }).strict(),
    gives<{ checked: number; findings: ProjectSummary['findings'] } & LeftOut>(),
  ),
  'projects.remove': call(z.object({ ids, job }).strict(), gives<{ count: number }>()),
  'projects.restore': call(z.object({ ids, job }).strict(), gives<{ count: number }>()),
  /** Empties the named projects out of the recycle bin for good. */
  'projects.purge': call(z.object({ ids, job }).strict(), gives<{ count: number }>()),

  /** A damaged project as far as it reads. */
  'projects.look': call(z.object({ id }).strict(), gives<DamagedLook>()),
  /** Puts a damaged project back to one of its versions, or, with 0, to what can be read of it; backed up before. */
  'projects.mend': call(z.object({ id, version: z.int().nonnegative() }).strict(), gives<{ mended: true }>()),

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

  /** The workspace file is gone: writes everything the program holds into a file, and goes on with that. */
  'workspace.keep': call(nothing, gives<{ file: string; isBeside: boolean }>()),
  /** What was found damaged, backups that could not be made. */
  'workspace.health': call(nothing, gives<Health>()),
  'units.list': call(nothing, gives<Unit[]>()),
  'years.list': call(nothing, gives<string[]>()),
  'settings.read': call(nothing, gives<Record<string, string>>()),
  'settings.write': call(z.object({ key: id, value: z.string().max(100_000) }).strict(), gives<{ saved: true }>()),

  /** Lets the person choose files (Electron), or answers null: the browser uploads them and gets the token from the upload. */
  'import.choose': call(nothing, gives<{ token: string } | null>()),
  'import.read': call(z.object({ token }).strict(), gives<ImportPreview>()),
  /** Files that were named at the start of the program (Electron); null: none, or handed out already. */
  'import.given': call(nothing, gives<{ token: string } | null>()),
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
          .max(most)
          .optional(),
      })
      .strict(),
    gives<ImportOutcome>(),
  ),
  /** Takes an import back while nobody has gone on working on what it brought. */
  'import.undo': call(
    z
      .object({
        updated: z.array(z.object({ id, version: z.int().min(2) }).strict()).max(most),
        added: z.array(id).max(most),
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
  'backup.create': call(z.object({ job: id }).strict(), gives<MadeBackup>()),
  /** Lets the person choose a file to restore from (Electron), or answers null: the browser uploads it and gets the token. */
  'backup.choose': call(nothing, gives<{ token: string } | null>()),
  /** What restoring from a backup of the list, or from a chosen file, would bring and replace. */
  'backup.look': call(restoreSource, gives<RestorePreview>()),
  /** Replaces the whole workspace; every page has to read everything anew. What stood here is kept as a backup. */
  'backup.restore': call(z.object({ source: restoreSource, job: id }).strict(), gives<RestoreOutcome>()),
  /** Everything into one file; asks where to (Electron) or offers it for download (browser). null: the person cancelled. */
  'backup.export': call(z.object({ job: id }).strict(), gives<BackupExport | null>()),
  /** When there was last a copy outside this disk. */
  'backup.outside': call(nothing, gives<OutsideCopyState>()),
  /** The person has put a downloaded copy on another disk, which the program cannot see; or wants to hear of it later. */
  'backup.settleOutside': call(z.object({ how: z.enum(['copied', 'later']) }).strict(), gives<OutsideCopyState>()),
  /** Shows the data folder in the system's file manager; `opened` is false where that cannot be done. */
  'data.openFolder': call(nothing, gives<{ opened: boolean; folder: string }>()),
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
  /** The answer of `workspace.health` is another one now. */
  'health.changed': Record<string, never>
  /** A menu entry or shortcut of the desktop window asks the page for an action of its registry. */
  'action.run': { action: string }
  /** Files were given to the running program: `import.given` has them. */
  'import.given': Record<string, never>
  /** The window is to close: the page saves what it can and answers with `unsaved.tell`. */
  'unsaved.ask': Record<string, never>
}
export const eventNames = [
  'job.progress',
  'store.changed',
  'health.changed',
  'action.run',
  'import.given',
  'unsaved.ask',
] as const satisfies (keyof EventPayloads)[]
