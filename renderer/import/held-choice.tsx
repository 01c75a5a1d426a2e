/** Below a table that is held already: which project it would update, how much of it, and what else can be done. */
import Radio from 'antd/es/radio'
import type { ReactNode } from 'react'
import type { HeldTable } from '../../shared/ipc/import.ts'
import { timeAgo } from '../ui/clock-time.ts'
import type { TableChoice } from './found-tables.ts'

const choices: { value: TableChoice; label: string }[] = [
  { value: 'update', label: '更新' },
  { value: 'new', label: '另存为新项目' },
  { value: 'leave', label: '不要' },
]

export interface HeldChoiceProps {
  held: HeldTable
  /** Of the table that was read, for a screen reader. */
  name: string
  choice: TableChoice
  choose: (choice: TableChoice) => void
}

export function HeldChoice({ held, name, choice, choose }: HeldChoiceProps): ReactNode {
  const called = `“${held.name || '未命名项目'}”`
  const own =
    held.file === null
      ? `本机已有的${called}（${timeAgo(held.updatedAt)} 改过）`
      : `前面的文件“${held.file}”里的${called}`
  if (held.isSame)
    return (
      <p className="muted">
        与{own}完全相同，{held.file === null ? '存入不会改变什么' : '只存一份'}。
      </p>
    )
  return (
    <>
      <div className="held-choice">
        <span>
          {choice === 'update' ? '将更新' : '认出是'}
          {own}，有 {held.differences} 处不同
        </span>
        <Radio.Group
          size="small"
          optionType="button"
          aria-label={`${name}已存在`}
          options={choices}
          value={choice}
          onChange={({ target }) => choose(target.value as TableChoice)} // one of the options
        />
      </div>
      {held.isChangedHere && choice === 'update' && (
        <p className="severity-warning">
          本机的这张表最后是在程序里改的，不是从文件来的：更新会盖掉那些改动（更新后可以撤销）。
        </p>
      )}
    </>
  )
}
