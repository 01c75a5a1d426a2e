/** PROJECTS: list, search, open, save, the recycle bin, what is damaged, and what each was before. Times are ISO 8601 in UTC. */
import { z } from 'zod'
import { id, ids, job, year, record, call, gives } from './input.ts'
import type { Note } from '../model/note.ts'
import type { Origin } from '../model/origin.ts'
import type { Severity } from '../model/problem.ts'
import type { ProjectRecord } from '../model/project.ts'
import type { Status } from '../model/status.ts'
import type { Undo } from './undo.ts'

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

/** 说明 and 意见, checked in depth by shared/model/check-notes.ts. Absent: as they were; of a new project none. */
const notes = z.array(z.unknown()).max(5000).optional()

export const projectsCalls = {
  'projects.list': call(z.object({ deleted: z.boolean() }).strict(), gives<ProjectSummary[]>()),
  /** Full-text search over everything in the records; ids in order of relevance. */
  'projects.search': call(z.object({ text: z.string().max(200) }).strict(), gives<string[]>()),
  /** The table a project stands in: itself, or all projects of its unit and fiscal year on a list form. */
  'projects.open': call(z.object({ id }).strict(), gives<TableDocument>()),
  /** `year`: the fiscal year, '' 年度未定; on a form that prints a year it stands there too. */
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
        /** `year`: the fiscal year, absent as printed. `was`: the project it was before it was removed, brought back by undo. */
        added: z
          .array(
            z
              .object({ template: z.string().max(100), year: year.optional(), record, notes, was: id.optional() })
              .strict(),
          )
          .max(5000),
        removed: z.array(id).max(5000),
        /** The whole table in its new order, where that changed: ids, and indices into `added`. */
        order: z.array(id.or(z.int().nonnegative())).max(10_000).optional(),
        reason: z.string().max(100),
      })
      .strict(),
    gives<SaveOutcome>(),
  ),
  /** For another fiscal year, '' for the same. `undo`: for `projects.undo`; in all calls that answer one. */
  'projects.duplicate': call(z.object({ ids, year, job }).strict(), gives<{ ids: string[]; undo: Undo } & LeftOut>()),
  /** Sets the fiscal year of many, '' 年度未定; a printed year that was the same goes with it. Answers those that had another. */
  'projects.setYear': call(
    z.object({ ids, year, job }).strict(),
    gives<{ count: number; ids: string[]; undo: Undo } & LeftOut>(),
  ),
  /** The same contents on another form. */
  'projects.changeTemplate': call(
    z.object({ ids, template: z.string().max(100), job }).strict(),
    gives<{ count: number; ids: string[]; undo: Undo } & LeftOut>(),
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
}
