/** The answer of import and collect. */
import { cutCode, severityNames } from '../../shared/model/problem.ts'
import { visibleName } from '../../shared/values/text/visible-text.ts'
import { withoutName } from './without-name.ts'
import type { ImportOutcome, ReadFile } from '../../shared/ipc/import.ts'
import type { Answer, Terminal } from './terminal.ts'

/** `outcome` is null when none of the files could be read: status 2, nothing was touched. */
export function outcomeAnswer(outcome: ImportOutcome | null, files: readonly ReadFile[], terminal: Terminal): Answer {
  const { imported, updated, conflicts, skipped, identical, duplicates } = outcome ?? nothing
  const each = outcome?.files ?? files.map(({ file, error }) => ({ file, tables: 0, error }))
  for (const { file, error } of each)
    if (error?.code === 'import-no-project' || error?.code === cutCode)
      terminal.log.warn(visibleName(`${file}：${withoutName(error.message, file)}`))
  if (outcome) sayDoubts(files, terminal)
  else terminal.log.error('没有一个文件能读取，工作区没有改动。')
  const isUsed = each.some(({ error, tables }) => tables > 0 || error === null || error.code === 'import-no-project')
  const lines = [
    ...each.map(({ file, tables, error }) => {
      const parts = [
        ...(tables > 0 || !error ? [`${tables} 个项目`] : []),
        ...(error ? [withoutName(error.message, file)] : []),
      ]
      return visibleName(`${file}：${parts.join('；')}`)
    }),
    `新增 ${imported} 个，更新 ${updated} 个，冲突 ${conflicts} 个，跳过 ${skipped} 个（没有变化，或不是目标表）。`,
    ...(duplicates > 0 ? [`${duplicates} 个文件和前面的文件内容相同，只算一份。`] : []),
  ]
  return {
    status: isUsed ? 0 : 2,
    json: { imported, updated, conflicts, skipped, identical, duplicates, files: each },
    text: `${lines.join('\n')}\n`,
  }
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
const nothing = { imported: 0, updated: 0, conflicts: 0, skipped: 0, identical: 0, duplicates: 0 }
