/**
 * A value as it was when the last frame was drawn: what depends on it is rendered after the letter is on the screen. (A
 * deferred value of React is rendered sooner, often before the frame, and the letter waits for it.)
 */
import { useEffect, useState } from 'react'
import { afterPaint } from '../table/after-paint.ts'

export function useDrawn<T>(value: T): T {
  const [drawn, setDrawn] = useState(value)
  useEffect(() => {
    let isCurrent = true
    afterPaint(() => isCurrent && setDrawn(value))
    return () => {
      isCurrent = false
    }
  }, [value])
  return drawn
}
