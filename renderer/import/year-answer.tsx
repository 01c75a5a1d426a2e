/** 所属年度 of one table that was read: as the file or form says; else asked for, with what the texts speak of to be taken by one press. */
import { useState } from 'react'
import type { ReactNode } from 'react'
import { isFiscalYear } from '../../shared/identity/fiscal-year.ts'
import type { SuggestedYear } from '../../shared/identity/fiscal-year.ts'
import type { TableYear } from '../../shared/ipc/import.ts'
import { Button } from '../ui/button.tsx'

const spokenOf: Record<SuggestedYear['from'], string> = {
  name: '项目名称',
  text: '目标或用途',
  file: '文件名',
  document: '文号',
}
const mostOffered = 3

export interface YearAnswerProps {
  year: TableYear
  /** Of the table, for a screen reader. */
  name: string
  choose: (year: string) => void
}

/** Plain controls: there may be a thousand of them. */
export function YearAnswer({ year, name, choose }: YearAnswerProps): ReactNode {
  /** What is no year yet; null: it is one, or left open. */
  const [draft, setDraft] = useState<string | null>(null)
  const { fiscalYear, suggested } = year
  const take = (typed: string) => {
    const text = typed.trim()
    const isAnswer = text === '' || isFiscalYear(text)
    setDraft(isAnswer ? null : text)
    if (isAnswer) choose(text)
  }
  return (
    <div className="year-answer">
      <span>所属年度</span>
      <input
        className="year-input"
        inputMode="numeric"
        maxLength={4}
        placeholder="年度未定"
        aria-label={`${name}的所属年度`}
        aria-invalid={draft !== null}
        value={draft ?? fiscalYear}
        onChange={({ target }) => take(target.value)}
      />
      {draft !== null && <span className="severity-error">要四位数字，如 2025</span>}
      {fiscalYear === '' && suggested.length > 0 && <span className="muted">可能是</span>}
      {fiscalYear === '' &&
        suggested.slice(0, mostOffered).map(({ year: offer, from }) => (
          <Button key={offer} small onClick={() => take(offer)}>
            {offer}（{spokenOf[from]}）
          </Button>
        ))}
    </div>
  )
}
