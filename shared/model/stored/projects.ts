/** What a store answers about projects, their versions and what is damaged. Times are ISO 8601 in UTC. */
import type { Note } from '../note.ts'
import type { Origin } from '../origin.ts'
import type { Severity } from '../problem.ts'
import type { ProjectRecord } from '../project.ts'
import type { Status } from '../status.ts'

export interface ProjectSummary {
  id: string
  template: string
  /** 所属年度, also of forms that print no year; '': 年度未定. */
  fiscalYear: string
  /** 一上, 二上, 批复 …; '': none. */
  stage: string
  status: Status
  /** As the form prints it. */
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
  fiscalYear: string
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

export interface TableDocument extends LeftOut {
  template: string
  /** Of all its projects; '': 年度未定. */
  fiscalYear: string
  scope: 'project' | 'unit'
  /** The project it was opened by is in the recycle bin. */
  deleted: boolean
  projects: { id: string; version: number; updatedAt: string; status: Status; record: ProjectRecord; notes: Note[] }[]
}

export interface SaveOutcome {
  saved: { id: string; version: number; updatedAt: string }[]
  /** In the order of `added`. */
  added: { id: string; version: number; updatedAt: string }[]
}

export interface VersionInfo {
  version: number
  createdAt: string
  /** What made it: its words are `originName` (shared/model/origin.ts). */
  origin: Origin
}

/** What a project was in one version. */
export interface VersionContent {
  record: ProjectRecord
  notes: Note[]
}
