/**
 * Blank 依据, 赋分规则 and 佐证资料 filled with the usual choices (shared/library): for a row at the moment its second level
 * and value become known, and for chosen rows on request. A step of undo of its own; typed text is never touched.
 */
import { isBlank } from '../../../shared/values/text/blank.ts'
import { columnPath } from '../../../shared/model/field-path.ts'
import { chosenFields, habitOf, observedChoice, valueKind } from '../../../shared/library/usual-choices.ts'
import type { ChosenField, HabitRow } from '../../../shared/library/usual-choices.ts'
import type { Records } from '../../../shared/layout/edit.ts'
import type { Indicator, ProjectRecord } from '../../../shared/model/project.ts'
import { printedFields } from '../../../shared/rules/printed-fields.ts'
import type { Template } from '../../../shared/templates/template.ts'
import type { SheetView } from '../view/sheet-view.ts'

/** After a cell was written: rows that became known by it are preset. */
export function presetRows(view: SheetView, before: Records): boolean {
  return view.change('按常用选项预填', (records) =>
    mapChanged(records, (record, at) => {
      const old = before[at]?.indicators
      return fillRecord(view.template, record, (indicator, index) => {
        const isNew = isKnown(indicator) && !isKnown(old?.[index])
        return isNew ? (field) => observedChoice(view.template, indicator, field) : null
      })
    }),
  )
}

/**
 * On request: what the table itself does in like rows, else what its unit does in other tables (`unitRows`), else the
 * observed choice; how many cells were filled.
 */
export function fillUsual(
  view: SheetView,
  unitRows: readonly HabitRow[],
  isWanted: (index: number) => boolean,
): number {
  const { template } = view
  const ofUnit = habitOf(unitRows, (field, text) => isOffered(template, field, text))
  let filled = 0
  view.change('按本单位习惯填充', (records) =>
    mapChanged(records, (record) => {
      const own = record.indicators.map((indicator) => ({ ...indicator, uses: 1 }))
      const ofTable = habitOf(own, () => true)
      return fillRecord(template, record, (indicator, index) =>
        isWanted(index) && isKnown(indicator)
          ? (field) => {
              const choice =
                ofTable(indicator, field) || ofUnit(indicator, field) || observedChoice(template, indicator, field)
              if (choice !== '') filled += 1
              return choice
            }
          : null,
      )
    }),
  )
  return filled
}

/** Another form's tables may choose what this one does not offer. */
function isOffered({ vocabulary }: Template, field: ChosenField, text: string): boolean {
  return vocabulary[field].length === 0 || vocabulary[field].includes(text)
}

/** Whether the form has any of these columns. */
export const hasUsualFields = (template: Template): boolean => usualFields(template).length > 0

const usualFields = (template: Template): ChosenField[] => {
  const printed = printedFields(template)
  return chosenFields.filter((field) => printed.has(columnPath(field)))
}

const isKnown = (indicator: Indicator | undefined): boolean =>
  indicator !== undefined && !isBlank(indicator.subcategory) && valueKind(indicator.target) !== null

type Choose = (field: ChosenField) => string

/** The record with blank fields filled; the same object where nothing was. */
function fillRecord(
  template: Template,
  record: ProjectRecord,
  chooserOf: (indicator: Indicator, index: number) => Choose | null,
): ProjectRecord {
  const fields = usualFields(template)
  const indicators = mapChanged(record.indicators, (indicator, index) => {
    const choose = chooserOf(indicator, index)
    const blank = choose ? fields.filter((field) => isBlank(indicator[field])) : []
    const choices = blank.map((field) => [field, choose?.(field) ?? ''] as const).filter(([, choice]) => choice !== '')
    return choices.length === 0 ? indicator : { ...indicator, ...Object.fromEntries(choices) }
  })
  return indicators === record.indicators ? record : { ...record, indicators: [...indicators] }
}

/** The same list where no element changed, so that nothing counts as a change. */
function mapChanged<T>(list: readonly T[], map: (one: T, index: number) => T): readonly T[] {
  const mapped = list.map(map)
  return mapped.every((one, index) => one === list[index]) ? list : mapped
}
