/**
 * Marks cut off the ends of a text. An expression such as `/x+$/` begins anew at every place of every run of marks and so
 * costs the square of a run's length; walking from the end costs its length.
 */

/** The text without the characters of `marks` (UTF-16 units) at its end. */
export function trimMarksEnd(text: string, marks: string): string {
  let end = text.length
  while (end > 0 && marks.includes(text.charAt(end - 1))) end--
  return text.slice(0, end)
}

/** The same at both ends. */
export function trimMarks(text: string, marks: string): string {
  const head = trimMarksEnd(text, marks)
  let start = 0
  while (start < head.length && marks.includes(head.charAt(start))) start++
  return head.slice(start)
}

/** `cut` again and again, as long as it takes something away. */
export function cutAll(text: string, cut: (rest: string) => string): string {
  let rest = text
  for (let turn = 0; turn < text.length; turn++) {
    const shorter = cut(rest)
    if (shorter.length >= rest.length) return rest
    rest = shorter
  }
  return rest
}
