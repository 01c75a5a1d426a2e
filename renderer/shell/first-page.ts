/** Whether the first page is on the screen: what can wait (antd, its messages, the editor) is fetched only then. */
import { useEffect } from 'react'
import { create } from 'zustand'

const useShown = create<{ isShown: boolean }>(() => ({ isShown: false }))

export const useFirstPageIsShown = (): boolean => useShown((state) => state.isShown)

/** For a page to call where it has something to show: two frames later it is on the screen. */
export function useFirstPage(hasContent: boolean): void {
  useEffect(() => {
    if (!hasContent || useShown.getState().isShown) return
    requestAnimationFrame(() => setTimeout(markShown, 0))
  }, [hasContent])
}

export const markShown = (): void => useShown.setState({ isShown: true })
