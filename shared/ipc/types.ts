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

export interface TableDocument {
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
  id: string
  name: string
  updatedAt: string
  /** Nothing differs. */
  isSame: boolean
  /** How many cells differ. */
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
}
