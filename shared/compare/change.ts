/**
 * ONE DIFFERENCE AS DATA: a text that changed, a row that came, went or was moved (record.md). Histories, imports, hand-in
 * files, merges and the command line all speak of these; their Chinese words are made where they are shown.
 */
import type { Indicator } from '../model/project.ts'

/** `path` counts rows of the new record. */
export interface TextChange {
  kind: 'changed'
  path: string
  from: string
  to: string
}

/** `path` is the row in the new record, `to` its 三级指标. */
export interface AddedRow {
  kind: 'added'
  path: string
  from: ''
  to: string
  row: Indicator
}

/** `path` is the row in the old record, `from` its 三级指标. */
export interface RemovedRow {
  kind: 'removed'
  path: string
  from: string
  to: ''
  row: Indicator
}

/** `path` is the row in the new record, `fromPath` in the old one; `from` and `to` its 三级指标 there. */
export interface MovedRow {
  kind: 'moved'
  path: string
  fromPath: string
  from: string
  to: string
}

export type Change = TextChange | AddedRow | RemovedRow | MovedRow
