/** The printed pages of tables: of a few tables at once, of a volume piece by piece. */
import { useEffect, useMemo, useState } from 'react'
import { renderSheets } from '../../shared/print/html.ts'
import type { Layout } from '../../shared/layout/layout.ts'
import { layOutSheets } from './lay-out-sheets.ts'
import type { LaidOut } from './lay-out-sheets.ts'

const fewTables = 10

export function useSheets(tables: readonly Layout[], title: string, front: boolean): LaidOut {
  const [growing, setGrowing] = useState<LaidOut>({ sheets: [], isComplete: false })
  const few = useMemo(
    () => (tables.length <= fewTables ? renderSheets(tables, { title, cover: front, contents: front }) : null),
    [tables, title, front],
  )
  useEffect(() => {
    if (tables.length <= fewTables) return undefined
    let isWanted = true
    void layOutSheets(
      tables,
      { title, front },
      {
        isWanted: () => isWanted,
        publish: setGrowing,
        pause: () => new Promise((resolve) => void setTimeout(resolve)),
        nowMs: () => performance.now(),
      },
    )
    return () => void (isWanted = false)
  }, [tables, title, front])
  return few ? { sheets: few, isComplete: true } : growing
}
