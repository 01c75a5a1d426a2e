/** The shapes that travel over the contract (contract.ts). Times are ISO 8601 in UTC. */
import type { Note } from '../model/note.ts'
import type { Problem, Severity } from '../model/problem.ts'
import type { ProjectRecord } from '../model/project.ts'
import type { TableKind } from '../model/table-kind.ts'

export interface AppInfo {
  version: string
  host: 'electron' | 'browser'
  /** The folder of the workspace, for the person to see. */
  dataFolder: string
  workspace: string
}

export type ProjectStatus = 'draft' | 'approved' | 'submitted'

export interface ProjectSummary {
  id: string
  template: string
  year: string
  unitCode: string
  unitName: string
  projectCode: string
  projectName: string
  /** Exact decimal in 万元 for sorting and sums; '' when the text is no amount. */
  total: string
  /** As typed, with its currency unit. */
  totalText: string
  currencyUnit: string
  indicators: number
  /** Findings by severity at the last save. */
  findings: Record<Severity, number>
  updatedAt: string
  deletedAt: string | null
}

/** A project whose bytes were changed on disk: what the list still knows of it. */
export interface DamagedProject {
  id: string
  template: string
  year: string
  unitName: string
  /** '' where it is not known. */
  name: string
  /** In the recycle bin. */
  deleted: boolean
}

/** Of an answer about several projects. */
export interface LeftOut {
  /** Those that were left as they are, because they are damaged. Absent: none. */
  damaged?: DamagedProject[]
}

/** A damaged project as far as it reads, and what it can be put back to. */
export interface DamagedLook extends DamagedProject {
  /** What can still be read; null: nothing. */
  record: ProjectRecord | null
  notes: Note[]
  /** Newest first. */
  versions: (VersionInfo & { isWhole: boolean })[]
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

export interface TableDocument extends LeftOut {
  template: string
  scope: 'project' | 'unit'
  /** The project it was opened by is in the recycle bin. */
  deleted: boolean
  projects: { id: string; version: number; updatedAt: string; record: ProjectRecord; notes: Note[] }[]
}

export interface SaveOutcome {
  saved: { id: string; version: number; updatedAt: string }[]
  /** In the order of `added`. */
  added: { id: string; version: number; updatedAt: string }[]
}

export interface VersionInfo {
  version: number
  createdAt: string
  reason: string
}

/** What a project was in one version. */
export interface VersionContent {
  record: ProjectRecord
  notes: Note[]
}

/** A text that was entered before, and how often. */
export interface PastEntry {
  text: string
  uses: number
}

/** What a unit chose in indicators that say the same: their second level, value and choices, and how many there are. */
export interface UsualRow {
  subcategory: string
  target: string
  basis: string
  scoring: string
  evidence: string
  uses: number
}

/** An indicator of the workspace by second level and name, as it was written last; the unit's own last where it has one. */
export interface LearnedIndicator {
  subcategory: string
  name: string
  description: string
  termTarget: string
  target: string
  basis: string
  scoring: string
  evidence: string
  /** How many indicators of living projects say this; how many of them are the unit's own. */
  uses: number
  ownUses: number
}

export interface Unit {
  code: string
  name: string
  projects: number
}

export interface TableSource {
  sheet: string
  range: string
}

/** One table of `read --json` (record.md). */
export interface ReadTable {
  template: string | null
  kind: TableKind
  source: TableSource
  record: ProjectRecord
  problems: Problem[]
}

export interface ReadFile {
  file: string
  error: { code: string; message: string } | null
  tables: ReadTable[]
}

/** The project of the workspace that a table which was read would update. */
export interface HeldTable {
  /** '' where it is the table of a file before it, which is not in the workspace yet. */
  id: string
  /** The file that brings the project before this one; null: it is in the workspace. */
  file: string | null
  name: string
  updatedAt: string
  /** Nothing differs. */
  isSame: boolean
  /** At how many places they differ (shared/compare/difference.ts). */
  differences: number
  /** Its last change was made here, after it last came from a file. */
  isChangedHere: boolean
}

export interface ImportPreview {
  token: string
  files: ReadFile[]
  /** Per file and table; null: new, or not a project's target table. */
  held: (HeldTable | null)[][]
}

/** What import.undo needs: the versions the import has made, and the projects that came new. */
export interface ImportUndo {
  updated: { id: string; version: number }[]
  added: string[]
}

export interface ImportOutcome {
  imported: number
  updated: number
  conflicts: number
  skipped: number
  /** How many files bring only what is held already, and how many only what a file before them brings. */
  identical: number
  duplicates: number
  ids: string[]
  undo: ImportUndo
  files: { file: string; tables: number; error: { code: string; message: string } | null }[]
}

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

export interface BackupInfo {
  name: string
  createdAt: string
  bytes: number
  reason: 'daily' | 'migration' | 'manual' | 'restore'
  /** Something in it was damaged already when it was made. */
  isDamaged?: boolean
}

export interface MadeBackup extends BackupInfo {
  /** Sentences about what was damaged and stands in it as it was. */
  damaged: string[]
}

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
  record: Record<string, unknown>
  notes: unknown[]
}

/** What a file holds and what is here. Counts of projects; times of the last change, '' where there is no project. */
export interface RestorePreview {
  /** The name of the backup or file, for the person. */
  name: string
  there: WorkspaceCounts
  here: WorkspaceCounts
  /** Living projects that only one of the two has; of both, those changed later here. */
  onlyThere: number
  onlyHere: number
  laterHere: number
}

export interface WorkspaceCounts {
  projects: number
  /** In the recycle bin. */
  deleted: number
  changedAt: string
}

export interface RestoreOutcome {
  projects: number
  /** The file that holds what stood here before; '' where nothing did. */
  kept: string
  /** Names of projects whose contents were damaged in the backup already; they were restored as they are. */
  damaged: string[]
}

export interface BackupExport {
  projects: number
  bytes: number
  /** Electron: the file. Browser: ''. */
  place: string
  downloads: ExportOutcome['downloads']
  /** Sentences about what is damaged here, and so in the copy. */
  damaged: string[]
  /** `unknown`: a browser's download, which the person may have put anywhere. */
  outside: 'yes' | 'no' | 'unknown'
}

export interface OutsideCopyState {
  /** null: there was none. */
  copiedAt: string | null
  /** There is work of more than a week that stands on this disk alone, and the person was not reminded lately. */
  isDue: boolean
}
