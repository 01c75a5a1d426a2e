/**
 * Work that must not delay what the person sees: done when the next frame is on the screen, or at once when the page goes
 * away. A page in the background gets no frames; it waits a moment instead.
 */
const withoutFrameMs = 100

export function afterPaint(run: () => void): void {
  let isDone = false
  const now = () => {
    if (isDone) return
    isDone = true
    clearTimeout(timer)
    window.removeEventListener('pagehide', now)
    run()
  }
  const timer = setTimeout(now, withoutFrameMs)
  requestAnimationFrame(() => setTimeout(now, 0)) // this frame is drawn between the two
  window.addEventListener('pagehide', now)
}
