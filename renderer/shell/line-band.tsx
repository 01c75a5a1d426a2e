/** Over every page, while the program is away or is not the one that has the address: what is the matter and what to do. */
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import type { LineState } from '../line/line.ts'
import { bandWords } from '../line/line-words.ts'

/** A program that is gone for a moment (a line opened again) is not worth a word. */
const patienceMs = 1200

export function LineBand({ line }: { line: LineState }): ReactNode {
  const words = bandWords(line)
  const [shown, setShown] = useState<string | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setShown(words), words === null || shown !== null ? 0 : patienceMs)
    return () => clearTimeout(timer)
  }, [words, shown])
  if (shown === null) return null
  return (
    <div className="line-band" role="alert">
      {shown}
    </div>
  )
}
