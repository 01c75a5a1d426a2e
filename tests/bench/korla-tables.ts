/**
 * The work of the writing measurements: Korla forms with 12 indicators. Twenty of them are built beforehand and given out in
 * turn, each time with the table's number in every text a person filled in, so that neither building them nor holding
 * thousands of them counts, and no two tables are alike.
 */
import { korlaLayouts } from '../support/invented-layouts.ts'
import type { LayoutList } from '../../main/documents/volume.ts'

export function korlaTables(count: number): LayoutList {
  const built = korlaLayouts(20)
  return {
    length: count,
    at(index) {
      const layout = built[index % built.length]
      if (layout === undefined) return undefined
      const cells = layout.cells.map((cell) =>
        cell.role === 'input' && cell.number === undefined && cell.list === undefined && cell.text !== ''
          ? { ...cell, text: `${cell.text}#${index}` }
          : cell,
      )
      return { ...layout, title: `${layout.title}${index}`, cells }
    },
  }
}
