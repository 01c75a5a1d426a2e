/** The answer of import and collect. */
import { cutCode, severityNames } from '../../shared/model/problem.ts'
import { visibleName } from '../../shared/values/text/visible-text.ts'
import { withoutName } from './without-name.ts'
import type { Problem } from '../../shared/model/problem.ts'
import type { FileEntry, ImportOutcome } from '../../shared/ipc/import.ts'
import type { ReadFile } from '../../shared/model/read-file.ts'
import type { Answer, Terminal } from './terminal.ts'

/** `outcome` is null when none of the files could be read: status 2, nothing was touched. `more`: what --json adds. */
export function outcomeAnswer(
  outcome: ImportOutcome | null,
  files: readonly ReadFile[],
  terminal: Terminal,
  more: object = {},
): Answer {
  const { ids: _, undo: __, ...told } = outcome ?? nothingRead(files)
  const { imported, updated, conflicts, skipped, duplicates } = told
  for (const { file, error } of told.files)
    if (error?.code === 'import-no-project' || error?.code === cutCode)
      terminal.log.warn(visibleName(`${file}：${withoutName(error.message, file)}`))
  if (outcome) sayDoubts(files, terminal)
  else terminal.log.error('没有一个文件能读取，工作区没有改动。')
  const isUsed = told.files.some(({ outcome: one }) => one !== 'refused')
  const lines = [
    ...told.files.flatMap(fileLines),
    `新增 ${imported} 个，更新 ${updated} 个，冲突 ${conflicts} 个，跳过 ${skipped} 个（没有变化，或不是目标表）。`,
    ...(duplicates > 0 ? [`${duplicates} 个文件和前面的文件内容相同，只算一份。`] : []),
  ]
  return { status: isUsed ? 0 : 2, json: { ...told, ...more }, text: `${lines.join('\n')}\n` }
}

/** One line of the file, and one each of what is to be said of its tables. */
function fileLines({ file, outcome, tables, error, sameAs }: FileEntry): string[] {
  const conflicts = tables.filter((table) => table.outcome === 'conflict').map(({ project }) => `“${project}”`)
  const parts = [
    ...(tables.length > 0 || !error ? [`${tables.length} 个项目`] : []),
    ...(sameAs === null ? [] : [`和“${sameAs}”内容相同`]),
    ...(outcome === 'conflict' ? [`${conflicts.join('、')}在这里改过，内容不同，这个文件没有收`] : []),
    ...(error ? [withoutName(error.message, file)] : []),
  ]
  const said = sameOnce(tables.flatMap(({ problems }) => problems))
  return [`${file}：${parts.join('；')}`, ...said].map(visibleName)
}

/** Of several that say the same of each project of a table, the first, and how many there are. */
function sameOnce(problems: readonly Problem[]): string[] {
  return [...Map.groupBy(problems, ({ code }) => code).values()].flatMap((same) => {
    const [first] = same
    if (!first) return []
    const others = same.length > 1 ? `（这个文件里这样的项目有 ${same.length} 个）` : ''
    return [`  ${severityNames[first.severity]}：${first.message}${others}`]
  })
}

/** What was doubtful about tables when they were read: they came in, and the person looks again. */
function sayDoubts(files: readonly ReadFile[], terminal: Terminal): void {
  for (const { file, tables } of files) {
    for (const { code, severity, message } of tables.flatMap(({ problems }) => problems)) {
      if (severity === 'warning' && code !== cutCode)
        terminal.log.warn(`${file}：${severityNames[severity]}：${message}`)
    }
  }
}

function nothingRead(files: readonly ReadFile[]): ImportOutcome {
  const counts = {
    imported: 0,
    updated: 0,
    conflicts: 0,
    skipped: 0,
    identical: 0,
    duplicates: 0,
    older: 0,
    foreign: 0,
  }
  const entries = files.map(({ file, error }): FileEntry => {
    return { file, outcome: 'refused', unit: '', number: '', sameAs: null, error, hidden: null, tables: [] }
  })
  return { ...counts, refused: entries.length, ids: [], undo: { updated: [], added: [] }, files: entries }
}
