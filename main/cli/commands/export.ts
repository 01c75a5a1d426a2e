/** `export FILE… | --workspace DB`: writes the official forms. */
import { mkdir } from 'node:fs/promises'
import { cutOf } from '../../handlers/import/match-tables.ts'
import { allProjects, isDamagedProblem } from '../../handlers/export/whole-tables.ts'
import { planForms, writePlanned } from '../../handlers/export/write-forms.ts'
import { visibleName } from '../../../shared/values/text/visible-text.ts'
import { findTemplate, templates } from '../../../shared/templates/index.ts'
import { localTime } from '../../store/backup/local-time.ts'
import { required } from '../options.ts'
import { readNamed, readStatus, shownPath, terminalJob, withDocuments } from '../reading.ts'
import { UsageError } from '../usage-error.ts'
import { withWorkspace } from '../workspace.ts'
import type { FormEntries } from '../../handlers/export/write-forms.ts'
import type { Documents } from '../../handlers/documents.ts'
import type { CommandOptions } from '../command.ts'
import type { Answer, Terminal } from '../terminal.ts'

export async function exportForms(options: CommandOptions, terminal: Terminal): Promise<Answer> {
  const format = required(options.format, 'format', 'export')
  const out = required(options.out, 'out', 'export')
  const { template, single } = options
  if (template !== undefined && !findTemplate(template)) {
    throw new UsageError(`不认识表样“${template}”：可以是 ${templates.map(({ id }) => id).join('、')}。`)
  }
  return withDocuments(terminal, (documents) =>
    withEntries(documents, options, terminal, async (given) => {
      const chosen = template === undefined ? given : onForm(given, template)
      const { files, problems } = planForms(chosen, { format, single, createdAt: localTime(terminal.now()) })
      if (files.length === 0) {
        for (const { project, message } of problems) terminal.log.warn(visibleName(`${project}：${message}`))
        throw new UsageError('没有可以输出的表：没有认识的表样（可以用 --template 指定），或者里面没有项目。')
      }
      await mkdir(out, { recursive: true })
      const { written, paths, problems: failed } = await writePlanned(documents, files, out, terminalJob(terminal))
      for (const { project, message } of [...problems, ...failed]) {
        terminal.log.warn(visibleName(`${project}：${message}`))
      }
      const lines = paths.map((path) => shownPath(path, terminal.folder))
      const damaged = problems.filter(isDamagedProblem)
      return {
        status: 0,
        json: {
          written: written.map((one, index) => ({ ...one, file: paths[index] ?? one.file })),
          ...(damaged.length > 0 && { damaged }),
        },
        text: `${[...lines, `已输出 ${paths.length} 个文件。`].join('\n')}\n`,
      }
    }),
  )
}

const onForm = ({ entries, load }: FormEntries, template: string): FormEntries => ({
  entries: entries.map((entry) => ({ ...entry, template })),
  ...(load && { load }),
})

/** A workspace stays open while its files are written: each is read when its turn comes. */
async function withEntries(
  documents: Documents,
  options: CommandOptions,
  terminal: Terminal,
  work: (entries: FormEntries) => Promise<Answer>,
): Promise<Answer> {
  const { files, workspace } = options
  if (workspace !== undefined && files.length > 0) {
    throw new UsageError('export 要么写文件，要么写 --workspace，不能两样都写。')
  }
  if (workspace !== undefined) {
    return withWorkspace(workspace, 'read', terminal, async (store) => work(allProjects(store)))
  }
  if (files.length === 0) throw new UsageError('export 需要文件，或者 --workspace。')
  const read = await readNamed(documents, files, terminal)
  if (readStatus(read) === 2) throw new UsageError('没有一个文件能读取，没有输出任何文件。')
  const entries = read.flatMap(({ file, tables }) =>
    tables.filter((table) => {
      const cut = cutOf(table)
      if (cut) terminal.log.warn(`${file}：有一张表没有输出：${cut.message}`)
      return !cut && (table.kind === 'target' || options.template !== undefined)
    }),
  )
  return work({ entries })
}
