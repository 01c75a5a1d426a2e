/** `check FILE… | --workspace DB`: runs all rules; status 1 when there are problems of severity error. */
import { countFindings, findProblems } from '../../handlers/projects/findings.ts'
import { readNamed, readStatus, told, withDocuments } from '../reading.ts'
import { filesText } from '../table-text.ts'
import { UsageError } from '../usage-error.ts'
import { allRecords, withWorkspace } from '../workspace.ts'
import type { AllRecords } from '../workspace.ts'
import type { ReadFile, ReadTable } from '../../../shared/ipc/import.ts'
import type { CommandOptions } from '../command.ts'
import type { Answer, Terminal } from '../terminal.ts'

export async function check(options: CommandOptions, terminal: Terminal): Promise<Answer> {
  const { files, json } = await tablesOf(options, terminal)
  const checked = files.map((file) => ({ ...file, tables: file.tables.map(withFindings) }))
  const tables = checked.flatMap((file) => file.tables)
  const counts = countFindings(tables.flatMap(({ problems }) => problems))
  const summary = { tables: tables.length, errors: counts.error, warnings: counts.warning, hints: counts.hint }
  const total = `共 ${tables.length} 张表：强制 ${counts.error}，核实 ${counts.warning}，提示 ${counts.hint}。`
  return {
    status: files.length > 0 && readStatus(files) === 2 ? 2 : counts.error > 0 ? 1 : 0,
    json: { files: checked.map(told), summary, ...json },
    text: `${filesText(checked)}${total}\n`,
  }
}

interface CheckedTables extends Pick<AllRecords, 'json'> {
  files: ReadFile[]
}

async function tablesOf({ files, workspace }: CommandOptions, terminal: Terminal): Promise<CheckedTables> {
  if (workspace !== undefined && files.length > 0) {
    throw new UsageError('check 要么写文件，要么写 --workspace，不能两样都写。')
  }
  if (files.length > 0) {
    return { files: await withDocuments(terminal, (documents) => readNamed(documents, files, terminal)), json: {} }
  }
  if (workspace === undefined) throw new UsageError('check 需要文件，或者 --workspace。')
  return withWorkspace(workspace, 'read', terminal, async (store) => {
    const source = { sheet: '', range: '' }
    const { entries, json } = allRecords(store, terminal)
    const tables = entries.map((entry) => ({
      ...entry,
      kind: 'target' as const,
      source,
      problems: [],
    }))
    return { files: [{ file: workspace, error: null, tables }], json }
  })
}

/** What reading found stays in front; rules hold for target tables of forms this build knows. */
function withFindings(table: ReadTable): ReadTable {
  if (table.kind !== 'target') return table
  return { ...table, problems: [...table.problems, ...findProblems(table.template, table.record)] }
}
