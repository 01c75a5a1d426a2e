/** Where in a drawn text a point of the window is, so that a double click puts the caret where it was made. */

/** Offset in `text`; null where another text (print around the field, nothing) is under the point. */
export function caretAt({ clientX, clientY }: { clientX: number; clientY: number }, text: string): number | null {
  const place = document.caretPositionFromPoint(clientX, clientY)
  return place?.offsetNode.nodeType === Node.TEXT_NODE && place.offsetNode.textContent === text ? place.offset : null
}
