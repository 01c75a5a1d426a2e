/** Lists, menus and questions that open over a page stand in a part of their own with a name, for screen readers to find. */
const id = 'popups'

export function popupArea(): HTMLElement {
  const known = document.getElementById(id)
  if (known) return known
  const area = document.createElement('section')
  area.id = id
  area.setAttribute('aria-label', '弹出的选项')
  document.body.append(area)
  return area
}
