/**
 * Records → files of the official forms: one file a table, or one file for all. Each file is written whole or not at
 * all; when the work is cancelled or fails, the files of this run are taken away again.
 */
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { groupTables } from '../../shared/layout/tables.ts'
import { jsonFileText } from '../../shared/model/json-file.ts'
import { findTemplate } from '../../shared/templates/index.ts'
import { fileNameKey, safeFileName } from '../documents/file-name.ts'
import { writeFileAtomic } from '../documents/atomic-file.ts'
import { toFailure } from './refusal.ts'
import { fileTitle, projectNames, volumeTitle } from './table-name.ts'
import type { exportFormats } from '../../shared/ipc/contract.ts'
import type { WrittenFile } from '../../shared/ipc/types.ts'
import type { FormTable } from '../../shared/layout/tables.ts'
import type { FormRecord } from '../../shared/model/project.ts'
import type { Documents, WriteTables } from './documents.ts'
import type { Job } from './jobs.ts'

export type ExportFormat = (typeof exportFormats)[number]

/** One file to be: made only when its turn comes. */
export interface PlannedFile {
  name: string
  /** Base of the name, for another folder's names. */
  title: string
  records: FormRecord['record'][]
  template: string
  make: (job: Job, write: WriteTables) => Promise<Uint8Array>
}

interface WriteProblem {
  project: string
  message: string
}

export interface FormsPlan {
  files: PlannedFile[]
  problems: WriteProblem[]
}

export interface PlanOptions {
  format: ExportFormat
  single: boolean
  createdAt: string
}

/** Which files an export makes. Records of a form this build does not know are left out and reported. */
export function planForms(entries: readonly FormRecord[], options: PlanOptions): FormsPlan {
  const problems: WriteProblem[] = []
  const known = entries.filter(({ template, record }) => {
    if (options.format === 'json' || findTemplate(template ?? '') !== undefined) return true
    const message = '没有识别出这张表的表样，没有输出：请先指定表样。'
    problems.push({ project: projectNames([record]), message })
    return false
  })
  const taken = new Set<string>()
  const plan = options.format === 'json' ? jsonFiles(known, options.single) : formFiles(known, options, problems)
  const files = plan.map((file) => ({ ...file, name: safeFileName(file.title, taken, options.format) }))
  return { files, problems }
}

type Unnamed = Omit<PlannedFile, 'name'>

function jsonFiles(entries: readonly FormRecord[], single: boolean): Unnamed[] {
  const file = (part: readonly FormRecord[], title: string): Unnamed => ({
    title,
    records: part.map(({ record }) => record),
    template: commonTemplate(part.map(({ template }) => template ?? '')),
    make: async () => new TextEncoder().encode(jsonFileText(part, single)),
  })
  if (single) return entries.length === 0 ? [] : [file(entries, volumeTitle(entries))]
  return entries.map((entry) => file([entry], fileTitle([entry.record], false)))
}

function formFiles(
  entries: readonly FormRecord[],
  { format, single, createdAt }: PlanOptions,
  problems: WriteProblem[],
): Unnamed[] {
  if (format === 'json') return []
  const tables = groupTables(entries, findTemplate)
  const file = (part: readonly FormTable[], title: string): Unnamed => ({
    title,
    records: part.flatMap(({ records }) => records),
    template: commonTemplate(part.map(({ template }) => template.id)),
    make: ({ signal, progress }, write) =>
      write(
        format,
        part.map(({ template, records }) => ({ template, records })),
        {
          title,
          contents: part.length > 1,
          createdAt,
          signal,
          onProgress: part.length > 1 ? (done, total) => progress(done, total, title) : undefined,
          onProblem: ({ title: project, message }) => problems.push({ project, message }),
        },
      ),
  })
  if (single && tables.length > 1) return [file(tables, volumeTitle(entries))]
  return tables.map((table) => file([table], fileTitle(table.records, table.template.scope === 'unit')))
}

const commonTemplate = (ids: readonly string[]): string => [...new Set(ids)].join(',')

export interface Written {
  paths: string[]
  written: WrittenFile[]
  /** Of several files those that could not be made; the others are there. */
  problems: WriteProblem[]
}

/** What concerns one file only: the next may succeed. */
const ofOneFile = new Set(['pdf-failed', 'pdf-timeout', 'F-MEMORY'])

/**
 * Writes the files into a folder that exists. When none can be made, the reason is thrown. `existing`: names that are there and must not be replaced (they get a
 * number); `fileName` replaces the name of an only file.
 */
export async function writePlanned(
  documents: Documents,
  files: readonly PlannedFile[],
  folder: string,
  job: Job,
  { existing = [], fileName = null }: { existing?: readonly string[]; fileName?: string | null } = {},
): Promise<Written> {
  const taken = new Set(existing.map(fileNameKey))
  const done: Written = { paths: [], written: [], problems: [] }
  const made: string[] = []
  const writeAll = async (write: WriteTables): Promise<void> => {
    for (const [index, file] of files.entries()) {
      job.signal.throwIfAborted()
      if (files.length > 1) job.progress(index, files.length, file.name)
      const bytes = await file.make(job, write).catch((thrown: unknown) => {
        const failure = toFailure(thrown)
        const isLast = index === files.length - 1 && done.written.length === 0
        if (isLast || job.signal.aborted || !failure || !ofOneFile.has(failure.code)) throw thrown
        done.problems.push({ project: projectNames(file.records), message: failure.message })
        return null
      })
      job.signal.throwIfAborted()
      if (bytes === null) continue
      const extension = file.name.slice(file.name.lastIndexOf('.') + 1)
      const name = fileName ?? (existing.length === 0 ? file.name : safeFileName(file.title, taken, extension))
      const path = join(folder, name)
      if (!existsSync(path)) made.push(path)
      await writeFileAtomic(path, bytes)
      done.paths.push(path)
      const project = projectNames(file.records)
      done.written.push({ file: name, project, template: file.template, bytes: bytes.length })
    }
    if (files.length > 1) job.progress(files.length, files.length, '')
  }
  try {
    await documents.batch(writeAll)
    return done
  } catch (thrown) {
    // What was there before stays, old or new. Where nothing can be taken away, the first reason is what counts.
    await Promise.allSettled(made.map((path) => rm(path, { force: true })))
    throw thrown
  }
}
