/** The answer of import and collect. */
import { visibleName } from '../../shared/values/visible-text.ts'
import { withoutName } from './without-name.ts'
import type { ImportOutcome, ReadFile } from '../../shared/ipc/types.ts'
import type { Answer, Terminal } from './terminal.ts'

/** `outcome` is null when none of the files could be read: status 2, nothing was touched. */
export function outcomeAnswer(outcome: ImportOutcome | null, files: readonly ReadFile[], terminal: Terminal): Answer {
  const { imported, updated, conflicts, skipped } = outcome ?? { imported: 0, updated: 0, conflicts: 0, skipped: 0 }
  const each = outcome?.files ?? files.map(({ file, error }) => ({ file, tables: 0, error }))
  for (const { file, error } of each)
    if (error?.code === 'import-no-project') terminal.log.warn(visibleName(`${file}：${error.message}`))
  if (!outcome) terminal.log.error('没有一个文件能读取，工作区没有改动。')
  const lines = [
    ...each.map(({ file, tables, error }) =>
      visibleName(`${file}：${error ? withoutName(error.message, file) : `${tables} 个项目`}`),
    ),
    `新增 ${imported} 个，更新 ${updated} 个，冲突 ${conflicts} 个，跳过 ${skipped} 个（没有变化，或不是目标表）。`,
  ]
  return {
    status: outcome ? 0 : 2,
    json: { imported, updated, conflicts, skipped, files: each },
    text: `${lines.join('\n')}\n`,
  }
}
