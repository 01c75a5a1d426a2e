/** How the line to the program stands, for components. The desktop window needs none: there it is always open. */
import { useEffect, useState } from 'react'
import { isDesktop, onLine } from '../api.ts'
import type { LineState } from '../line/line.ts'

export function useLine(): LineState {
  const [state, setState] = useState<LineState>({ kind: isDesktop() ? 'open' : 'opening' })
  useEffect(() => onLine(setState), [])
  return state
}
