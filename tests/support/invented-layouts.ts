/** The four official forms filled with invented records, as Layouts. */
import { build } from '../../shared/layout/build.ts'
import type { Layout } from '../../shared/layout/layout.ts'
import { builtIn } from '../../shared/templates/built-in.ts'
import { inventedRecord } from './invented-records.ts'

/** One table of each form; the list form gets five projects. */
export function formLayouts(): Layout[] {
  return builtIn.all.map((template, index) =>
    build(
      template,
      template.scope === 'unit' ? [0, 1, 2, 3, 4].map((number) => inventedRecord(number, 7)) : [inventedRecord(index)],
    ),
  )
}

/** `count` tables of the Korla form with 12 indicators each. */
export function korlaLayouts(count: number): Layout[] {
  const template = builtIn.find('xinjiang-korla-2023')
  if (template === undefined) throw new Error('the Korla form is gone')
  return Array.from({ length: count }, (_, number) => build(template, [inventedRecord(number)]))
}
