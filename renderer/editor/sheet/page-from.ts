/** Page Up and Page Down: as many rows as the desk shows, less one that stays in sight. */

/** The row to go to from `row`, down (1) or up (-1). `inside`: any element of the sheet. */
export function pageFrom(inside: Element | null, row: number, by: 1 | -1): number {
  const handles = [...(inside?.closest('.paper')?.querySelectorAll<HTMLElement>('.row-handle') ?? [])]
  const from = handles[row]?.getBoundingClientRect()
  const deskPx = inside?.closest('.desk')?.clientHeight ?? 0
  if (!from) return row
  const edge = by === 1 ? from.bottom + deskPx - from.height : from.top - deskPx + from.height
  const isOnPage = ({ top, bottom }: DOMRect) => (by === 1 ? bottom <= edge : top >= edge)
  const rects = handles.map((handle) => handle.getBoundingClientRect())
  const far = by === 1 ? rects.findLastIndex(isOnPage) : rects.findIndex(isOnPage)
  const next = Math.max(0, Math.min(handles.length - 1, row + by))
  return by === 1 ? Math.max(far, next) : Math.min(far < 0 ? next : far, next)
}
