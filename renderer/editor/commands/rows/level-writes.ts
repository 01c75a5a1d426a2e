/** Second levels chosen for rows alone: any of the form's, and each brings its own first level with it. */
import type { Template } from '../../../../shared/templates/template.ts'
import type { CellWrite } from '../cell-writes.ts'

/** All second levels of the form, those of other first levels too. */
export const allSubcategories = ({ vocabulary }: Template): string[] =>
  vocabulary.levels.flatMap((level) => level.subcategories.map(({ name }) => name))

/** The writes, and the first level of a second level that stands under exactly one. */
export function withOwnCategory(template: Template, writes: readonly CellWrite[]): CellWrite[] {
  return writes.flatMap((one) => {
    const { binding, text } = one
    if (binding.kind !== 'subcategory' || binding.record === 'all') return [one]
    const homes = template.vocabulary.levels.filter(({ subcategories }) =>
      subcategories.some(({ name }) => name === text.trim()),
    )
    const category = homes.length === 1 ? homes[0]?.name : undefined
    if (category === undefined) return [one]
    const [path = '', ...alsoPaths] = [binding.path, ...binding.alsoPaths].map((each) =>
      each.replace(/subcategory$/, 'category'),
    )
    return [{ binding: { ...binding, kind: 'category', path, alsoPaths }, text: category }, one]
  })
}
