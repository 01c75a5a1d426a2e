/** An indicator of the library as a row of a form: its levels in the form's words, and the choices the form offers. */
import { columnPath } from '../model/field-path.ts'
import { emptyIndicator } from '../model/project.ts'
import type { Indicator } from '../model/project.ts'
import type { Template } from '../templates/template.ts'
import { parseMeasure } from '../values/measure.ts'
import { levelOnForm } from './level-on-form.ts'
import { chosenFields, observedChoice } from './usual-choices.ts'
import type { ChosenField } from './usual-choices.ts'

/** What the library knows of an indicator; '' where it knows nothing. */
export type LibraryTexts = Pick<
  Indicator,
  'subcategory' | 'name' | 'description' | 'termTarget' | 'target' | ChosenField
>

/**
 * null: the form has no such second level. `printed`: the form's fields (rules/printed-fields.ts); what it does not print
 * stays blank. A choice the form does not offer gives way to the usual one; a placeholder is no value.
 */
export function toIndicator(template: Template, texts: LibraryTexts, printed: ReadonlySet<string>): Indicator | null {
  const level = levelOnForm(template, texts.subcategory)
  if (level === null) return null
  const shown = (field: keyof LibraryTexts, text: string) => (printed.has(columnPath(field)) ? text : '')
  const indicator: Indicator = {
    ...emptyIndicator(),
    ...level,
    name: texts.name,
    description: shown('description', texts.description),
    termTarget: shown('termTarget', valueOf(texts.termTarget)),
    target: shown('target', valueOf(texts.target)),
  }
  for (const field of chosenFields) {
    const choices = template.vocabulary[field]
    const isOffered = choices.length === 0 || choices.includes(texts[field])
    const own = isOffered ? texts[field] : ''
    indicator[field] = shown(field, own === '' ? observedChoice(template, indicator, field) : own)
  }
  return indicator
}

const valueOf = (target: string): string => (parseMeasure(target).kind === 'placeholder' ? '' : target)
