/** One file → what `read --json` says of it: every table recognised and read, or the reason why not. Never throws. */
import type { ReadFile, ReadTable } from '../../../shared/model/read-file.ts'
import { repairRecord } from '../../../shared/model/repair.ts'
import type { TemplateRegistry } from '../../../shared/templates/registry.ts'
import { named, toFileProblem } from '../file-problem.ts'
import { fitTable } from './fit-table.ts'
import { readBeside } from '../json/read-beside.ts'
import type { RawRecord } from '../json/read.ts'
import { readDocument, refuseRenamedText } from '../read.ts'
import type { DocumentBytes } from './protocol.ts'

export async function readTables(input: DocumentBytes, templates: TemplateRegistry): Promise<ReadFile> {
  try {
    const content = readDocument(input.name, input.bytes)
    if (content.records)
      return { file: input.name, error: null, tables: content.records.map((record) => toTable(record, templates)) }
    const { readGrid } = await import('../../../shared/reading/read-grid.ts')
    const tables = content.grids.flatMap((grid) => readGrid(grid, templates.all).map((table) => fitTable(table, grid)))
    if (tables.length === 0) refuseRenamedText(input.name, content.kind)
    return { file: input.name, error: null, tables }
  } catch (error) {
    const { code, message } = named(toFileProblem(error), input.name)
    return { file: input.name, error: { code, message }, tables: [] }
  }
}

/** An entry of a .json file. A form this build does not know keeps its record, without template. */
function toTable({ template, record: value, beside: raw }: RawRecord, templates: TemplateRegistry): ReadTable {
  const { record, problems } = repairRecord(value)
  const { beside, problems: others } = readBeside(raw)
  const known = template === null ? undefined : templates.find(template)
  return {
    template: known?.id ?? null,
    kind: known?.kind ?? 'target',
    source: { sheet: '', range: '' },
    record,
    ...beside,
    problems: [...problems, ...others],
  }
}
