/** A folder of .xlsx of one Korla table each as the program exports them, made once a day and used by every run, so that no run measures the making. */
import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeXlsx } from '../../main/documents/xlsx/write.ts'
import { korlaLayouts } from '../support/invented-layouts.ts'

/** Paths of the files. */
export async function xlsxFiles(count: number): Promise<string[]> {
  const day = new Date().toISOString().slice(0, 10)
  const folder = join(tmpdir(), `jibiao-bench-${count}-${day}`)
  if (!existsSync(folder)) {
    const making = `${folder}.${process.pid}`
    mkdirSync(making)
    for (const [index, layout] of korlaLayouts(count).entries()) {
      const options = { title: layout.title, contents: false, createdAt: '2024-01-01T00:00:00Z' }
      writeFileSync(join(making, `${index}.xlsx`), await writeXlsx([layout], options))
    }
    renameSync(making, folder)
  }
  return readdirSync(folder).map((file) => join(folder, file))
}
