/** Work that must not delay what the person sees: done after the next paint, or at once when the page goes away. */
export function afterPaint(run: () => void): void {
  const now = () => {
    clearTimeout(timer)
    window.removeEventListener('pagehide', now)
    run()
  }
  const timer = setTimeout(now, 0)
  window.addEventListener('pagehide', now)
}
