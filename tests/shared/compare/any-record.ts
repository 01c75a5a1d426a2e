/** Records of any content, and records that were made of one another by any edits: few names, so that rows are alike. */
import fc from 'fast-check'
import { writeField } from '../../../shared/model/field-path.ts'
import { projectFields } from '../../../shared/model/fields.ts'
import { emptyIndicator, emptyRecord } from '../../../shared/model/project.ts'
import type { Extra, Indicator, ProjectRecord } from '../../../shared/model/project.ts'

const text: fc.Arbitrary<string> = fc.constantFrom('', '甲', '乙', '丙', '丁')
const extra: fc.Arbitrary<Extra> = fc.dictionary(fc.constantFrom('备注', 'a.b[0]', '10', '2'), text, { maxKeys: 2 })

export const anyRow: fc.Arbitrary<Indicator> = fc
  .record({ category: text, subcategory: text, name: text, target: text, weight: text, extra })
  .map((given) => ({ ...emptyIndicator(), ...given }))

export const anyRecord: fc.Arbitrary<ProjectRecord> = fc
  .record({
    rows: fc.array(anyRow, { maxLength: 8 }),
    plan: fc.array(text, { maxLength: 4 }),
    texts: fc.dictionary(fc.constantFrom(...projectFields.map(({ path }) => path)), text, { maxKeys: 5 }),
    extra,
  })
  .map(({ rows, plan, texts, extra: more }) => {
    const record = { ...emptyRecord(), paymentPlan: plan, indicators: rows, extra: more }
    return Object.entries(texts).reduce<ProjectRecord>((all, [path, one]) => writeField(all, path, one), record)
  })

export type Edit = (record: ProjectRecord) => ProjectRecord

const at = fc.nat({ max: 12 })
const withRows = (record: ProjectRecord, indicators: Indicator[]): ProjectRecord => ({ ...record, indicators })

export const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(fc.constantFrom(...projectFields.map(({ path }) => path)), text).map(
    ([path, one]): Edit =>
      (record) =>
        writeField(record, path, one),
  ),
  fc.tuple(at, fc.constantFrom('category', 'name', 'target', 'weight', 'extra.备注'), text).map(
    ([row, field, one]): Edit =>
      (record) =>
        row < record.indicators.length ? writeField(record, `indicators[${row}].${field}`, one) : record,
  ),
  fc.tuple(at, anyRow).map(
    ([row, one]): Edit =>
      (record) =>
        withRows(record, record.indicators.toSpliced(row, 0, one)),
  ),
  at.map(
    (row): Edit =>
      (record) =>
        withRows(record, record.indicators.toSpliced(row, 1)),
  ),
  fc.tuple(at, at).map(([from, to]): Edit => (record) => {
    const row = record.indicators[from]
    return row ? withRows(record, record.indicators.toSpliced(from, 1).toSpliced(to, 0, row)) : record
  }),
)

export const anyEdits = (most = 6): fc.Arbitrary<Edit> =>
  fc.array(anyEdit, { maxLength: most }).map(
    (edits): Edit =>
      (record) =>
        edits.reduce((all, edit) => edit(all), record),
  )
