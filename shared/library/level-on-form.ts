/** What a form prints for a second level, however another form calls it (22-社会效益, 满意度指标, 成本指标). */
import { findLevel } from '../values/levels.ts'
import type { Subcategory } from '../values/levels.ts'
import type { Template } from '../templates/template.ts'

export interface LevelOnForm {
  category: string
  subcategory: string
}

/** null: the form has no such second level. Money is the only cost of forms where cost stands inside 产出指标. */
export function levelOnForm({ vocabulary }: Template, subcategory: string): LevelOnForm | null {
  const all = vocabulary.levels.flatMap((level) =>
    level.subcategories.map(({ name }) => ({ category: level.name, subcategory: name })),
  )
  const exact = all.find((one) => one.subcategory === subcategory.trim())
  if (exact) return exact
  const wanted = meaningOf(subcategory)
  return (wanted !== null && all.find((one) => meaningOf(one.subcategory) === wanted)) || null
}

function meaningOf(word: string): Subcategory | null {
  const found = findLevel(word)
  if (found === null || found.level === 'category') return null
  return found.subcategory === '成本指标' ? '经济成本指标' : found.subcategory
}
