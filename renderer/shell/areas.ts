/**
 * The areas of a page that F6 and Shift+F6 go round, as in a spreadsheet: elements marked `data-area`, in the order of the
 * document (rail, bar, sheet, indicators, panel, status line). Tab stays inside the sheet, so this is the way out of it;
 * Esc is the way back. The place inside an area: what is current there, else the first thing that can be used.
 */

/** The area after (1) or before (-1) the one at `current`; from none of them (-1) the one called `home`. */
export function nextArea(names: readonly string[], current: number, by: 1 | -1, home: string): number {
  if (current < 0) return names.indexOf(home)
  return (current + by + names.length) % names.length
}

const mark = '[data-area]'
const startsOf = [
  'textarea.open-cell',
  '[role=tab][aria-selected=true]',
  '[aria-current]',
  'button:not(:disabled), input, a[href], [tabindex="0"]',
]

function startOf(area: HTMLElement): HTMLElement {
  for (const start of startsOf) {
    const found = area.querySelector<HTMLElement>(start)
    if (found) return found
  }
  return area // the status line is read, not used
}

/** Moves the focus from where it is to the next area; false where the page has none to go to. */
export function goToArea(by: 1 | -1, home: string): boolean {
  const areas = [...document.querySelectorAll<HTMLElement>(mark)]
  const own = document.activeElement?.closest<HTMLElement>(mark)
  const names = areas.map((area) => area.dataset['area'] ?? '')
  let current = own ? areas.indexOf(own) : -1
  for (let tried = 0; tried < areas.length; tried++) {
    current = nextArea(names, current, by, home)
    const area = areas[current]
    if (!area) return false
    startOf(area).focus({ preventScroll: area.dataset['area'] === home })
    if (area.contains(document.activeElement)) return true // else nothing in it can be used now: on to the next
  }
  return false
}

/** Moves the focus to the area of this name; false where the page has none. */
export function focusArea(name: string): boolean {
  const area = document.querySelector<HTMLElement>(`[data-area="${name}"]`)
  if (area) startOf(area).focus({ preventScroll: true })
  return area !== null
}

/** An open list or dialog has its own Esc and is left by it first. */
const isTaken = (target: Element): boolean =>
  target.closest('[role=dialog], .ant-select-open, [aria-expanded=true][aria-haspopup]') !== null

/** F6 and Shift+F6 go round, Esc outside `home` goes back to it. Answers whether the key was meant. */
export function areaKey(event: KeyboardEvent, home: string): boolean {
  const { target, key } = event
  if (event.defaultPrevented || event.isComposing || !(target instanceof Element) || isTaken(target)) return false
  const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey
  if (key === 'F6' && isPlain) return goToArea(event.shiftKey ? -1 : 1, home)
  const area = target.closest<HTMLElement>(mark)
  if (key !== 'Escape' || !isPlain || event.shiftKey || !area || area.querySelector('textarea.open-cell')) return false
  return focusArea(home)
}
