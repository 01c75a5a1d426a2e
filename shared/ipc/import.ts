/** TAKING IN FILES: choose, read into a preview, save the chosen tables, take that back. */
import { z } from 'zod'
import { id, most, token, nothing, year, call, gives } from './input.ts'
import type { AddedRow, MovedRow, RemovedRow, TextChange } from '../compare/change.ts'
import type { SuggestedYear } from '../identity/fiscal-year.ts'
import type { Problem } from '../model/problem.ts'
import type { Undo } from './undo.ts'
import type { ReadFile } from '../model/read-file.ts'

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

/** 所属年度 of a table that was read. */
export interface TableYear {
  /** As the file or the form says; where they say nothing, as it was asked for; '': 年度未定. */
  fiscalYear: string
  /** The file or the form says so itself: it is not to be asked. */
  isFixed: boolean
  /** Another year was asked for; what the file or form says stands. */
  isContradicted: boolean
  /** What the texts and the file's name speak of, the likeliest first: only ever offered. */
  suggested: SuggestedYear[]
}

/** A project of the workspace that may well be the same; it is offered, never taken by itself. */
export interface NearTable {
  id: string
  name: string
  unitName: string
  fiscalYear: string
  /** `year`: the same but for the year, which one of them has not; `name`: its name, or that of its unit, differs a little. */
  why: 'year' | 'name'
}

/** Per file and table; null: not a project's target table, or nothing to be said. */
export interface ImportMatch {
  /** null: new. */
  held: (HeldTable | null)[][]
  years: (TableYear | null)[][]
  /** Only of tables that are new. */
  near: (NearTable | null)[][]
}

export interface ImportPreview extends ImportMatch {
  token: string
  files: ReadFile[]
}

export type TableOutcome = 'imported' | 'updated' | 'conflict' | 'identical' | 'duplicate' | 'skipped' | 'foreign'

/** A difference as it is told: of rows that came or went their names alone. */
export type ToldChange = TextChange | MovedRow | Omit<AddedRow, 'row'> | Omit<RemovedRow, 'row'>

/** What became of one table (record.md). */
export interface TableEntry {
  /** Its name. */
  project: string
  /** '' where it has none in the workspace. */
  id: string
  outcome: TableOutcome
  /** Against what was held. */
  changes: ToldChange[]
  conflicts: { path: string; base: string; held: string; incoming: string }[]
  /** What was said about its year. */
  problems: Problem[]
}

export type FileOutcome =
  | 'imported'
  | 'updated'
  | 'conflict'
  | 'identical'
  | 'duplicate'
  | 'older'
  | 'foreign'
  | 'refused'

/** What became of one file (record.md): each has exactly one. */
export interface FileEntry {
  file: string
  outcome: FileOutcome
  /** Name of the unit, the code where there is none; of several units the first. */
  unit: string
  /** 报送编号; '' where there is none. */
  number: string
  /** The file before it that has the same tables. */
  sameAs: string | null
  error: { code: string; message: string } | null
  hidden: 'intact' | 'missing' | 'damaged' | 'newer' | null
  tables: TableEntry[]
}

export interface ImportOutcome {
  imported: number
  updated: number
  conflicts: number
  skipped: number
  /** Of files, as the five counts below: they bring only what is held already, or only what a file before them brings. */
  identical: number
  duplicates: number
  older: number
  foreign: number
  refused: number
  ids: string[]
  undo: Undo
  files: FileEntry[]
}

const place = { file: z.int().nonnegative(), table: z.int().nonnegative() }

export const importCalls = {
  /** Lets the person choose files (Electron), or answers null: the browser uploads them and gets the token from the upload. */
  'import.choose': call(nothing, gives<{ token: string } | null>()),
  'import.read': call(z.object({ token }).strict(), gives<ImportPreview>()),
  /** Files that were named at the start of the program (Electron); null: none, or handed out already. */
  'import.given': call(nothing, gives<{ token: string } | null>()),
  /** What the tables of a preview are when these have the years the person chose. */
  'import.match': call(
    z
      .object({
        token,
        years: z.array(z.object({ ...place, year }).strict()).max(most),
      })
      .strict(),
    gives<ImportMatch>(),
  ),
  /**
   * Saves the chosen tables of a preview, each with the year the person chose for it; all when `tables` is absent. `asNew`: beside
   * the project that is held already; `into`: it is this project, by the person's word.
   */
  'import.commit': call(
    z
      .object({
        token,
        tables: z
          .array(
            z.object({ ...place, asNew: z.boolean().optional(), into: id.optional(), year: year.optional() }).strict(),
          )
          .max(most)
          .optional(),
      })
      .strict(),
    gives<ImportOutcome>(),
  ),
  /** Puts the program's own invented examples into the workspace. */
  'examples.open': call(nothing, gives<ImportOutcome>()),
}
