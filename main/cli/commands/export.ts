/** `export FILE… | --workspace DB`: writes the official forms. */
import { mkdir } from 'node:fs/promises'
import { onForm, readEntries } from '../../handlers/export/export-read.ts'
import { NothingToExport, runExport } from '../../handlers/export/run-export.ts'
import { allProjects, isDamagedProblem } from '../../handlers/export/whole-tables.ts'
import { visibleName } from '../../../shared/values/text/visible-text.ts'
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
  const folder = required(options.out, 'out', 'export')
  const { template, single } = options
  const { templates, now } = terminal
  if (template !== undefined && !templates.find(template)) {
    throw new UsageError(`不认识表样“${template}”：可以是 ${templates.all.map(({ id }) => id).join('、')}。`)
  }
  const choose = async () => {
    await mkdir(folder, { recursive: true })
    return { folder, fileName: null }
  }
  return withDocuments(terminal, (documents) =>
    withEntries(documents, options, terminal, async (given) => {
      const order = { format, single, job: terminalJob(terminal), choose }
      const done = await runExport({ documents, templates, now }, onForm(given, template), order).catch(
        (thrown: unknown) => {
          if (!(thrown instanceof NothingToExport)) throw thrown
          tell(thrown.problems, terminal)
          throw new UsageError('没有可以输出的表：没有认识的表样（可以用 --template 指定），或者里面没有项目。')
        },
      )
      if (!done) throw new UsageError('没有地方可以输出。')
      const { written, paths, problems } = done
      tell(problems, terminal)
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

function tell(problems: readonly { project: string; message: string }[], { log }: Terminal): void {
  for (const { project, message } of problems) log.warn(visibleName(`${project}：${message}`))
}

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
    return withWorkspace(workspace, 'read', terminal, async (context) => work(allProjects(context)))
  }
  if (files.length === 0) throw new UsageError('export 需要文件，或者 --workspace。')
  const read = await readNamed(documents, files, terminal)
  if (readStatus(read) === 2) throw new UsageError('没有一个文件能读取，没有输出任何文件。')
  const { entries, left } = readEntries(read, options.template)
  for (const { file, message } of left) terminal.log.warn(`${file}：${message}`)
  return work({ entries })
}
