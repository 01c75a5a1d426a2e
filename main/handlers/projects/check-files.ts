/** All rules over tables that were read, and over a whole workspace as if it were one file. */
import { countFindings, findProblems } from './findings.ts'
import { allRecords } from './all-records.ts'
import type { DamagedProblem } from '../export/whole-tables.ts'
import type { ReadFile, ReadTable } from '../../../shared/model/read-file.ts'
import type { TemplateRegistry } from '../../../shared/templates/registry.ts'
import type { HandlerContext } from '../door/context.ts'

export interface CheckedFiles {
  files: ReadFile[]
  summary: { tables: number; errors: number; warnings: number; hints: number }
}

export function checkFiles(templates: TemplateRegistry, files: readonly ReadFile[]): CheckedFiles {
  const checked = files.map((file) => ({ ...file, tables: file.tables.map((table) => withProblems(templates, table)) }))
  const tables = checked.flatMap((file) => file.tables)
  const { error, warning, hint } = countFindings(tables.flatMap(({ problems }) => problems))
  return { files: checked, summary: { tables: tables.length, errors: error, warnings: warning, hints: hint } }
}

export function checkWorkspace(
  context: Pick<HandlerContext, 'store' | 'templates'>,
): CheckedFiles & { damaged: DamagedProblem[] } {
  const { entries, damaged } = allRecords(context)
  const source = { sheet: '', range: '' }
  const tables = entries.map((entry) => ({ ...entry, kind: 'target' as const, source, problems: [] }))
  return { ...checkFiles(context.templates, [{ file: context.store.file, error: null, tables }]), damaged }
}

/** What reading found stays in front; rules hold for target tables of forms this build knows. */
function withProblems(templates: TemplateRegistry, table: ReadTable): ReadTable {
  if (table.kind !== 'target') return table
  return { ...table, problems: [...table.problems, ...findProblems(templates, table.template, table.record)] }
}
