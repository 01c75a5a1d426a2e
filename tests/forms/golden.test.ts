/** The drawn Layouts of the four forms: read tests/forms/*.txt to see what a form is. */
import { describe, expect, test } from 'vitest'
import { build } from '../../shared/layout/build.ts'
import { builtIn } from '../../shared/templates/built-in.ts'
import { drawLayout } from '../support/draw-layout.ts'
import { formExamples } from './form-examples.ts'

describe('golden Layouts', () => {
  test.each(Object.keys(formExamples))('%s', async (id) => {
    const template = builtIn.find(id)
    expect(template, 'the template exists').toBeDefined()
    if (!template) return
    await expect(drawLayout(build(template, formExamples[id] ?? []))).toMatchFileSnapshot(`${id}.txt`)
  })

  test('every form of the program has a golden drawing', () => {
    expect(Object.keys(formExamples).toSorted()).toEqual(builtIn.all.map((template) => template.id).toSorted())
  })

  test('templates are data: they survive JSON', () => {
    for (const template of builtIn.all) expect(JSON.parse(JSON.stringify(template))).toEqual(template)
  })

  test('a blank form builds and is covered by cells without a gap', () => {
    for (const template of builtIn.all) {
      const layout = build(template, formExamples[template.id]?.slice(0, 1) ?? [])
      const area = layout.cells.reduce((sum, cell) => sum + cell.rowSpan * cell.colSpan, 0)
      expect(area, template.id).toBe(layout.rows.length * layout.columnsMm.length)
    }
  })
})
