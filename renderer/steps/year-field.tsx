/** 所属年度, asked for: typed, or taken from the offers with one press; it may be left open where the question allows that. */
import Input from 'antd/es/input'
import type { ReactNode } from 'react'
import { isFiscalYear } from '../../shared/identity/fiscal-year.ts'
import { Button } from '../ui/button.tsx'
import './year-field.css'

export interface YearFieldProps {
  id?: string
  /** For a screen reader, where no label stands beside it. */
  label?: string
  value: string
  change: (year: string) => void
  /** The likeliest first. */
  offers: readonly string[]
  /** '' is an answer too: 年度未定. */
  mayBeOpen: boolean
}

const mostOffered = 3

export const isYearAnswer = (year: string, mayBeOpen: boolean): boolean =>
  isFiscalYear(year) || (mayBeOpen && year === '')

export function YearField({ id, label, value, change, offers, mayBeOpen }: YearFieldProps): ReactNode {
  return (
    <span className="year-field">
      <Input
        {...(id !== undefined && { id })}
        {...(label !== undefined && { 'aria-label': label })}
        value={value}
        maxLength={4}
        inputMode="numeric"
        allowClear={mayBeOpen}
        placeholder={mayBeOpen ? '年度未定' : '四位数字'}
        status={isYearAnswer(value, mayBeOpen) ? '' : 'error'}
        onChange={({ target }) => change(target.value.trim())}
      />
      {[...new Set(offers)].slice(0, mostOffered).map((year) => (
        <Button key={year} small onClick={() => change(year)}>
          {year}
        </Button>
      ))}
    </span>
  )
}
