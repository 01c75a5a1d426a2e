/** F6, Shift+F6 and Esc between the areas of the page that is shown (areas.ts). */
import { useEffect } from 'react'
import { areaKey } from './areas.ts'

/** `home`: the area where the work is done. */
export function useAreaKeys(home: string): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (areaKey(event, home)) event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [home])
}
