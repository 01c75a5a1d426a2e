/** What the person has answered about the tables of one import. Kept while other pages are open: going back loses nothing. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ImportMatch, ImportPreview } from '../../shared/ipc/import.ts'
import { call } from '../api.ts'
import { sayFailure } from '../shell/notify.ts'
import { allTables, foundKey, isSavable, placeOf } from './found-tables.ts'
import type { Choices, FoundTable, TableChoice } from './found-tables.ts'

interface Answers {
  choices: Choices
  /** By foundKey: the years that were answered, '' for 年度未定. */
  years: ReadonlyMap<string, string>
}

let kept: (Answers & { token: string }) | null = null

/** So that several digits and presses ask once. */
const pauseMs = 120

export interface ImportAnswers extends Answers {
  /** As it is with these years. */
  match: ImportMatch
  tables: FoundTable[]
  /** The years are being looked at: what would be updated is not known yet. */
  isMatching: boolean
  choose: (key: string, choice: TableChoice) => void
  setYears: (keys: readonly string[], year: string) => void
}

export function useImportAnswers(preview: ImportPreview): ImportAnswers {
  const { token } = preview
  const [match, setMatch] = useState<ImportMatch>(preview)
  const [answers, setAnswers] = useState<Answers>(() => {
    if (kept?.token === token) return kept
    const savable = allTables(preview, preview).filter(isSavable)
    return { choices: new Map(savable.map((table) => [foundKey(table), 'update'])), years: new Map() }
  })
  const { choices, years } = answers
  useEffect(() => void (kept = { ...answers, token }), [answers, token])
  const [matched, setMatched] = useState<ReadonlyMap<string, string>>(() => new Map())
  const asked = useRef(0)
  const isMatching = matched !== years && years.size > 0
  useEffect(() => {
    if (years.size === 0) return undefined
    const own = (asked.current += 1)
    const timer = setTimeout(() => {
      const said = [...years].map(([key, year]) => ({ ...placeOf(key), year }))
      void call('import.match', { token, years: said }).then((answer) => {
        if (own !== asked.current) return
        setMatched(years)
        if (answer.ok) setMatch(answer.value)
        else sayFailure(answer.error)
      })
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [token, years])
  const choose = useCallback((key: string, choice: TableChoice) => {
    setAnswers((before) => ({ ...before, choices: new Map(before.choices).set(key, choice) }))
  }, [])
  const setYears = useCallback((keys: readonly string[], year: string) => {
    setAnswers((before) => {
      const after = new Map(before.years)
      for (const key of keys) after.set(key, year)
      return { ...before, years: after }
    })
  }, [])
  return { choices, years, match, tables: allTables(preview, match), isMatching, choose, setYears }
}
