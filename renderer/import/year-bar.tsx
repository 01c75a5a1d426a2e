/** Over the tables of an import, where some say no year: one answer for all of them. */
import { useState } from 'react'
import type { ReactNode } from 'react'
import { isFiscalYear } from '../../shared/identity/fiscal-year.ts'
import { YearField } from '../steps/year-field.tsx'
import { Button } from '../ui/button.tsx'
import { yearsAround } from '../ui/clock-time.ts'

export interface YearBarProps {
  /** How many have to be asked for. */
  asked: number
  /** How many of them have no year yet. */
  open: number
  /** What they speak of, the likeliest first. */
  suggested: readonly string[]
  /** For those that are open; where there is none left, for all that were asked for. */
  setAll: (year: string) => void
}

export function YearBar({ asked, open, suggested, setAll }: YearBarProps): ReactNode {
  const [year, setYear] = useState(suggested[0] ?? '')
  return (
    <form
      className="quiet-bar year-bar"
      aria-label="没有写明年度的表"
      onSubmit={(event) => {
        event.preventDefault()
        if (isFiscalYear(year)) setAll(year)
      }}
    >
      <span role="status">{open === 0 ? `${asked} 张表的年度已定` : `${open} 张表没有写明年度，所属年度`}</span>
      <YearField
        label="这些表的所属年度"
        value={year}
        change={setYear}
        offers={[...suggested, ...yearsAround()]}
        mayBeOpen
      />
      <Button small disabled={!isFiscalYear(year)} onClick={() => setAll(year)}>
        {open === 0 ? `全部改为这一年` : `${open} 张都设为这一年`}
      </Button>
      <span className="muted">{open === 0 ? '' : '也可以在下面逐张填；不填的按“年度未定”存入，以后再设。'}</span>
    </form>
  )
}
