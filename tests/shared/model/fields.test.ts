/** The table of fields names every text of the record once, and forms bind each field with its kind. */
import { describe, expect, test } from 'vitest'
import { paymentPath, readField, rowPath, writeField } from '../../../shared/model/field-path.ts'
import {
  columnName,
  fieldName,
  fieldOfPath,
  indicatorFields,
  placeName,
  projectFields,
} from '../../../shared/model/fields.ts'
import { emptyIndicator, emptyRecord } from '../../../shared/model/project.ts'
import { builtIn } from '../../../shared/templates/built-in.ts'

/** Paths of all texts of an object, as they come. */
const textPaths = (value: object, path = ''): string[] =>
  Object.entries(value).flatMap(([key, part]: [string, unknown]) => {
    const own = path === '' ? key : `${path}.${key}`
    return typeof part === 'string' ? [own] : typeof part === 'object' && part !== null ? textPaths(part, own) : []
  })

describe('the table', () => {
  test('names every text of the record and of an indicator, in their order', () => {
    const plan = [0, 1, 2, 3].map(paymentPath)
    expect(projectFields.map(({ path }) => path).filter((path) => !plan.includes(path))).toEqual(
      textPaths(emptyRecord()),
    )
    expect(projectFields.map(({ path }) => path).filter((path) => plan.includes(path))).toEqual(plan)
    expect(indicatorFields.map(({ path }) => path)).toEqual(textPaths(emptyIndicator()))
  })

  test('every path can be read and written', () => {
    for (const { path } of projectFields)
      expect(readField(writeField(emptyRecord(), path, '字'), path), path).toBe('字')
  })

  test('no two fields have one name', () => {
    for (const fields of [projectFields, indicatorFields]) {
      expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length)
    }
  })

  test.each(builtIn.all.map((template) => [template.id, template] as const))(
    '%s binds each field with its kind',
    (_, form) => {
      const bound = form.blocks.flatMap((block): { path: string; kind: string }[] => {
        if (block.type === 'indicators')
          return block.columns.map(({ path, kind }) => ({ path: rowPath(0, path), kind }))
        if (block.type === 'projects') return block.columns
        return block.rows.flatMap(({ cells }) => cells.flatMap(({ content }) => ('path' in content ? [content] : [])))
      })
      expect(bound.length).toBeGreaterThan(5)
      for (const { path, kind } of bound) expect([path, kind]).toEqual([path, fieldOfPath(path)?.kind ?? kind])
    },
  )
})

test('what a place is called', () => {
  expect(placeName('')).toBe('整张表')
  expect(placeName('project.name')).toBe('项目名称')
  expect(placeName('indicators')).toBe('全部指标')
  expect(placeName('indicators[2]')).toBe('第 3 个指标')
  expect(placeName('indicators[2].target')).toBe('第 3 个指标 指标值')
  expect(placeName('indicators[2].extra.指标方向性')).toBe('第 3 个指标 指标方向性')
  expect(fieldName('extra.主管.部门')).toBe('主管.部门')
  expect(fieldName('paymentPlan[3]')).toBe('资金支出计划 12月底')
  expect(columnName('weight')).toBe('指标分值权重')
})
