/**
 * Which unit is this. A unit is its code; where a table gives only the name, it is the unit that has this name – as long as
 * the name belongs to one code alone.
 */
import { codeKey, namedKey, nameKey } from './names.ts'
import type { Named } from './names.ts'

/**
 * The key of each unit among the others: what gives only its name has the key of the code which that name goes with
 * elsewhere. '' for a unit without code and name.
 */
export function unitKeys(units: Iterable<Named>): (unit: Named) => string {
  const codes = new Map<string, Set<string>>()
  for (const { code, name } of units) {
    const key = nameKey(name)
    if (key !== '' && codeKey(code) !== '') codes.set(key, (codes.get(key) ?? new Set()).add(codeKey(code)))
  }
  return (unit) => {
    const known = codeKey(unit.code) === '' ? codes.get(nameKey(unit.name)) : undefined
    const [code = ''] = known?.size === 1 ? known : []
    return namedKey(code === '' ? unit : { ...unit, code })
  }
}
