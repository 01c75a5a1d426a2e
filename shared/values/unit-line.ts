/**
 * The line that names a unit by code and name in one: `450001某某局` (glued, Hebei) or `712001-某某镇`. A code is three or
 * more digits before the first non-digit; it may stand in brackets or be followed by a dash or spaces.
 */

export interface UnitName {
  /** As typed; '' where the line has none. */
  code: string
  name: string
}

const coded = /^([\d０-９]{3,})(?:\s*[-－–—_:：]\s*|\s+)?(.*)$/su
const bracketed = /^[[［【(（]([\d０-９]{3,})[\]］】)）]\s*[-－–—]?\s*(.*)$/su

export function splitUnitLine(text: string): UnitName {
  const line = text.trim()
  const match = bracketed.exec(line) ?? coded.exec(line)
  return match ? { code: match[1] ?? '', name: match[2] ?? '' } : { code: '', name: line }
}

/**
 * Code and name glued, as the form prints them; the inverse of splitUnitLine. A dash stands between where the name
 * itself begins with a digit, a dash or a space and would otherwise be read differently.
 */
export function joinUnitLine(unit: UnitName): string {
  const needsDash = unit.code !== '' && /^[\d０-９\-－–—_:：\s]/u.test(unit.name)
  return unit.code + (needsDash ? '-' : '') + unit.name
}
