/**
 * Levels that look like one of the form's and mean it: other widths, blanks, look-alike characters copied out of a PDF. For
 * all other rules and sums such a row is of the level it shows; only the spelling is to be put right before it is printed.
 */
import type { Indicator, ProjectRecord } from '../model/project.ts'
import type { Level, Template } from '../templates/template.ts'
import { normalizeForMatch } from '../values/text/normalize.ts'

/** The one of these names that the text is, but for its look; null where it is none. */
export function lookAlikeOf<T extends { name: string }>(text: string, named: readonly T[]): T | null {
  return (
    named.find(({ name }) => name === text) ??
    named.find(({ name }) => normalizeForMatch(name) === normalizeForMatch(text)) ??
    null
  )
}

/** The same record where every level is written as on the form, or is none of it. */
export function withLevelsAsPrinted({ vocabulary: { levels } }: Template, record: ProjectRecord): ProjectRecord {
  const indicators = record.indicators.map((one) => inLevels(levels, one))
  return indicators.every((one, row) => one === record.indicators[row]) ? record : { ...record, indicators }
}

function inLevels(levels: readonly Level[], indicator: Indicator): Indicator {
  const level = lookAlikeOf(indicator.category, levels)
  if (!level) return indicator
  const own = lookAlikeOf(indicator.subcategory, level.subcategories)
  const [category, subcategory] = [level.name, own?.name ?? indicator.subcategory]
  const isSame = category === indicator.category && subcategory === indicator.subcategory
  return isSame ? indicator : { ...indicator, category, subcategory }
}
