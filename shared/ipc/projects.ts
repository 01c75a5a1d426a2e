/** PROJECTS: list, search, open, save, the recycle bin, what is damaged, and what each was before. Times are ISO 8601 in UTC. */
import { z } from 'zod'
import { id, ids, job, year, record, call, gives } from './input.ts'
import type { Undo } from './undo.ts'
import type {
  ProjectSummary,
  LeftOut,
  DamagedLook,
  TableDocument,
  SaveOutcome,
  VersionInfo,
  VersionContent,
} from '../model/stored/projects.ts'

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
