/** Below a new table that may well be a project held already: offered, never taken by itself. */
import type { ReactNode } from 'react'
import { fiscalYearName } from '../../shared/identity/fiscal-year.ts'
import type { NearTable } from '../../shared/ipc/import.ts'
import { Button } from '../ui/button.tsx'

export interface NearChoiceProps {
  near: NearTable
  isTaken: boolean
  /** It is that one; false: it is not. */
  answer: (isThat: boolean) => void
}

export function NearChoice({ near, isTaken, answer }: NearChoiceProps): ReactNode {
  const called = `“${near.name || '未命名项目'}”（${[near.unitName, fiscalYearName(near.fiscalYear)].filter((part) => part !== '').join('，')}）`
  const question =
    near.why === 'year'
      ? near.fiscalYear === ''
        ? '是那张年度未定的表吗？'
        : `是 ${near.fiscalYear} 年的那张表吗？`
      : '名称很接近，是同一个项目吗？'
  return (
    <div className="held-choice">
      <span>{isTaken ? `将更新本机已有的${called}。` : `本机已有${called}，${question}`}</span>
      {isTaken ? (
        <Button small onClick={() => answer(false)}>
          不是，存为新的
        </Button>
      ) : (
        <Button small onClick={() => answer(true)}>
          是，更新那一张
        </Button>
      )}
    </div>
  )
}
