/** What an import has done, with the way to it and the way back in the message. */
import type { ImportOutcome } from '../../shared/ipc/import.ts'
import { sayStep } from '../steps/say-step.tsx'

export function sayImported({ imported, updated, conflicts, skipped, undo, ids, files }: ImportOutcome): void {
  const parts = [
    imported > 0 || updated === 0 ? `新存入 ${imported} 个` : '',
    updated > 0 ? `更新 ${updated} 个` : '',
    conflicts > 0 ? `${conflicts} 个在本机改过，没有更新` : '',
    skipped > 0 ? `${skipped} 个没有变化` : '',
  ]
  const said = files.flatMap(({ tables }) => tables.flatMap(({ problems }) => problems)).filter(isContradiction)
  const [first] = said
  const years = first
    ? said.length === 1
      ? first.message
      : `${said.length} 张表写明的年度与指定的不同，按写明的年度存入。`
    : ''
  const undone = [
    undo.updated.length > 0 ? `${undo.updated.length} 个恢复为导入以前的内容` : '',
    undo.added.length > 0 ? `${undo.added.length} 个放入回收站` : '',
  ]
  sayStep({
    text: `${joined(parts)}。${years}`,
    undo,
    undone: `已撤销导入：${joined(undone)}。`,
    ...(ids.length > 1 && { ids }), // a single one is opened anyway
  })
}

const isContradiction = ({ code }: { code: string }): boolean => code === 'D-YEAR'
const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('，')
