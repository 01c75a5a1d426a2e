/**
 * One-cell-per-line text → rows. Printouts copied out of a PDF or a web page come as: every cell on a line of its own
 * behind one tab, a line with only a tab for a blank cell, a blank line after each row, titles without tab. The same
 * without any tab: groups of lines between blank lines.
 */

/** null when the text is not of this kind. */
export function regroupLines(text: string): string[][] | null {
  const lines = text.split(/\r\n|\n|\r/)
  const filled = lines.filter((line) => line !== '')
  const single = filled.filter((line) => line.startsWith('\t') && !line.includes('\t', 1)).length
  if (single >= 4 && single * 2 > filled.length) return regroupTabbed(lines)
  if (!text.includes('\t') && hasGroups(lines)) return groupsOf(lines)
  return null
}

function regroupTabbed(lines: readonly string[]): string[][] {
  const rows: string[][] = []
  const goesOn = endsAtBlank(lines)
  let row: string[] = []
  const endRow = () => {
    if (row.length > 0) rows.push(row)
    row = []
  }
  lines.forEach((line, index) => {
    if (line.startsWith('\t')) for (const cell of line.slice(1).split('\t')) row.push(cell)
    else if (line.trim() === '') endRow()
    else if (row.length > 0 && goesOn[index] === true) row.push(`${row.pop() ?? ''}\n${line}`)
    else {
      endRow()
      rows.push([line])
    }
  })
  endRow()
  return rows
}

/**
 * For each line, whether a blank line or the end of the text comes below it before the next cells. A line without tab goes on
 * in the cell above it then; else it is the title of the next table.
 */
function endsAtBlank(lines: readonly string[]): boolean[] {
  const ends = Array.from(lines, () => true)
  let isBlankNext = true
  for (let index = lines.length - 1; index >= 0; index--) {
    ends[index] = isBlankNext
    if (lines[index] === '') isBlankNext = true
    else if (lines[index]?.startsWith('\t') === true) isBlankNext = false
  }
  return ends
}

/** Many groups of three and more short lines: cells of rows, not paragraphs. */
function hasGroups(lines: readonly string[]): boolean {
  const groups = groupsOf(lines).filter((group) => group.length >= 3)
  const cells = groups.flat()
  return (
    groups.length >= 3 &&
    cells.length * 2 > lines.filter((line) => line.trim() !== '').length &&
    cells.every((cell) => cell.length <= 200)
  )
}

function groupsOf(lines: readonly string[]): string[][] {
  const groups: string[][] = []
  let group: string[] = []
  for (const line of [...lines, '']) {
    if (line.trim() !== '') group.push(line)
    else if (group.length > 0) {
      groups.push(group)
      group = []
    }
  }
  return groups
}
