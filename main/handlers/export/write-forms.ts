/**
 * Records → files of the official forms: one file a table, or one file for all. Each file is written whole or not at
 * all; when the work is cancelled or fails, the files of this run are taken away again.
 */
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { groupTables } from '../../../shared/layout/tables.ts'
import { jsonFileText } from '../../../shared/model/json-file.ts'
import { safeFileName } from '../../documents/file-name.ts'
import { takenNames, writeNumbered } from '../../documents/numbered-file.ts'
import { writeFileAtomic } from '../../documents/atomic-file.ts'
import { Refusal, toFailure } from '../door/refusal.ts'
import { fileTitle, projectNames, volumeTitle } from './table-name.ts'
import type { exportFormats } from '../../../shared/ipc/export.ts'
import type { WrittenFile } from '../../../shared/ipc/export.ts'
import type { FormTable } from '../../../shared/layout/tables.ts'
import type { FormRecord, ProjectRecord } from '../../../shared/model/project.ts'
import type { TemplateRegistry } from '../../../shared/templates/registry.ts'
import type { Documents, WriteTables } from '../documents.ts'
import type { Job } from '../door/jobs.ts'

export type ExportFormat = (typeof exportFormats)[number]

export interface FormEntries {
  /** In their order; with `load` no more of a record than names and groups it. */
  entries: FormRecord[]
  /**
   * The records of entries, by their places, read when their file is made: of a hundred thousand only a few stand in memory.
   * Those that cannot be read are left out and told. Absent: the entries have all of it.
   */
  load?: (sources: readonly number[]) => { records: ProjectRecord[]; problems: WriteProblem[] }
}

/** One file to be: made only when its turn comes. */
export interface PlannedFile {
  name: string
  /** Base of the name, for another folder's names. */
  title: string
  /** What its projects are called, for people. */
  project: string
  template: string
  /** null: nothing of it could be read, which has been told. */
  make: (job: Job, write: WriteTables) => Promise<Uint8Array | null>
}

interface WriteProblem {
  project: string
  message: string
}

export interface FormsPlan {
  files: PlannedFile[]
  /** Grows while the files are made. */
  problems: WriteProblem[]
}

export interface PlanOptions {
  format: ExportFormat
  single: boolean
  createdAt: string
  templates: TemplateRegistry
}

/** Excel, Word and browsers open no larger one; a download of several files is a .zip, which holds no more. */
const mostTablesInOne = 10_000
const mostFiles = 50_000

/** Which files an export makes. Records of a form this build does not know are left out and reported. Throws where they are too many. */
export function planForms({ entries, load }: FormEntries, options: PlanOptions): FormsPlan {
  const problems: WriteProblem[] = []
  const known = [...entries.keys()].filter((source) => {
    const entry = entries[source]
    if (!entry || options.format === 'json' || options.templates.find(entry.template ?? '') !== undefined) return true
    const message = '没有识别出这张表的表样，没有输出：请先指定表样。'
    problems.push({ project: projectNames([entry.record]), message })
    return false
  })
  const read: ReadEntries = (sources) => {
    const own = sources.map((source) => known[source] ?? 0)
    if (!load) return own.flatMap((source) => entries[source]?.record ?? [])
    const loaded = load(own)
    problems.push(...loaded.problems)
    return loaded.records
  }
  const planned = known.flatMap((source) => entries[source] ?? [])
  const plan =
    options.format === 'json' ? jsonFiles(planned, read, options) : formFiles(planned, read, options, problems)
  if (plan.length > mostFiles) {
    throw new Refusal(
      'export-too-many',
      `一次最多导出 ${mostFiles} 个文件，所选的要 ${plan.length} 个：请分几次，例如先按单位或年度筛选。`,
    )
  }
  const taken = new Set<string>()
  const files = plan.map((file) => ({ ...file, name: safeFileName(file.title, taken, options.format) }))
  return { files, problems }
}

type Unnamed = Omit<PlannedFile, 'name'>
/** By places in the list of those that are planned. */
type ReadEntries = (sources: readonly number[]) => ProjectRecord[]

function jsonFiles(entries: readonly FormRecord[], read: ReadEntries, { single, templates }: PlanOptions): Unnamed[] {
  const file = (sources: readonly number[], title: string): Unnamed => {
    const part = sources.flatMap((source) => entries[source] ?? [])
    return {
      title,
      project: projectNames(part.map(({ record }) => record)),
      template: commonTemplate(part.map(({ template }) => template ?? '')),
      async make() {
        const content = sources.flatMap((source) =>
          read([source]).map((record) => ({ template: entries[source]?.template ?? null, record })),
        )
        return content.length === 0 ? null : new TextEncoder().encode(jsonFileText(content, single))
      },
    }
  }
  const all = [...entries.keys()]
  if (!single) return entries.map((entry, source) => file([source], fileTitle([entry.record], false)))
  refuseTooLarge(all.length, '个项目', '每个项目一个文件')
  return all.length === 0 ? [] : [file(all, volumeTitle(entries, templates))]
}

function formFiles(
  entries: readonly FormRecord[],
  read: ReadEntries,
  { format, single, createdAt, templates }: PlanOptions,
  problems: WriteProblem[],
): Unnamed[] {
  if (format === 'json') return []
  const tables = groupTables(entries, templates.find)
  const file = (part: readonly FormTable[], title: string): Unnamed => ({
    title,
    project: projectNames(part.flatMap(({ records }) => records)),
    template: commonTemplate(part.map(({ template }) => template.id)),
    async make({ signal, progress }, write) {
      const whole = part.map(({ template, sources }) => ({ template, records: read(sources) }))
      const filled = whole.filter(({ records }) => records.length > 0)
      if (filled.length === 0) return null
      return write(format, filled, {
        title,
        contents: part.length > 1,
        createdAt,
        signal,
        onProgress: part.length > 1 ? (done, total) => progress(done, total, title) : undefined,
        onProblem: ({ title: project, message }) => problems.push({ project, message }),
      })
    },
  })
  if (!single || tables.length <= 1) {
    return tables.map((table) => file([table], fileTitle(table.records, table.template.scope === 'unit')))
  }
  refuseTooLarge(tables.length, '张表', '每张表一个文件')
  return [file(tables, volumeTitle(entries, templates))]
}

function refuseTooLarge(count: number, what: string, otherwise: string): void {
  if (count <= mostTablesInOne) return
  throw new Refusal(
    'export-too-large',
    `${count} ${what}放进一个文件太大，打不开：一个文件最多 ${mostTablesInOne} ${what}。请改选“${otherwise}”，或分几次导出。`,
  )
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
 * Writes the files into a folder that exists; a file that is there is never replaced, the new one gets a number. When none
 * can be made, the reason is thrown. `fileName`: the person's own name for an only file, which may replace an old one.
 */
export async function writePlanned(
  documents: Documents,
  files: readonly PlannedFile[],
  folder: string,
  job: Job,
  fileName: string | null = null,
): Promise<Written> {
  const taken = await takenNames(folder)
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
        done.problems.push({ project: file.project, message: failure.message })
        return null
      })
      job.signal.throwIfAborted()
      if (bytes === null) continue
      const extension = file.name.slice(file.name.lastIndexOf('.') + 1)
      const path =
        fileName === null ? await writeNumbered(folder, taken, file.title, extension, bytes) : join(folder, fileName)
      if (fileName === null || !existsSync(path)) made.push(path)
      if (fileName !== null) await writeFileAtomic(path, bytes)
      done.paths.push(path)
      done.written.push({ file: basename(path), project: file.project, template: file.template, bytes: bytes.length })
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
