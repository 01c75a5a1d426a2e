/** TAKING IN FILES: choose, read into a preview, save the chosen tables, take that back. */
import { z } from 'zod'
import { id, most, token, nothing, call, gives } from './input.ts'
import type { Problem } from '../model/problem.ts'
import type { ProjectRecord } from '../model/project.ts'
import type { TableKind } from '../model/table-kind.ts'

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

export const importCalls = {
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
}
