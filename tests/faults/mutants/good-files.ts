/** Good small files of every kind the program reads: its own four forms, and forms of other places as other programs write them. */
import { jsonFileText } from '../../../shared/model/json-file.ts'
import { writeDocx } from '../../../main/documents/docx/write.ts'
import { writeHtml } from '../../../main/documents/html/write.ts'
import { writeXlsx } from '../../../main/documents/xlsx/write.ts'
import { allFormats } from '../../fixtures/elsewhere/fixture.ts'
import { fixtures } from '../../fixtures/elsewhere/index.ts'
import { declaredBytes } from '../../support/declared-file.ts'
import { formLayouts } from '../../support/invented-layouts.ts'
import { inventedRecord } from '../../support/invented-records.ts'

export interface GoodFile {
  name: string
  bytes: Uint8Array
}

const volume = { title: '目标表', contents: false, createdAt: '2024-05-01T08:00:00.000Z' }

export async function goodFiles(): Promise<GoodFile[]> {
  const files: GoodFile[] = []
  for (const [index, layout] of formLayouts().entries()) {
    for (const [ending, write] of [
      ['xlsx', writeXlsx],
      ['docx', writeDocx],
      ['html', writeHtml],
    ] as const)
      files.push({ name: `表${index}.${ending}`, bytes: new Uint8Array(await write([layout], volume)) })
  }
  const entry = { template: 'hebei-xinle-2024', record: inventedRecord(1), fiscalYear: '2024' }
  for (const entries of [[entry], [entry, { ...entry, template: null }]])
    files.push({
      name: `项目${entries.length}.json`,
      bytes: new TextEncoder().encode(jsonFileText(entries, entries.length > 1)),
    })
  for (const { name, file, formats = allFormats } of fixtures) {
    for (const format of formats) files.push({ name: `${name}.${format}`, bytes: await declaredBytes(file, format) })
  }
  return files
}
