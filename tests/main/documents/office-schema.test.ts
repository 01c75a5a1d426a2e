/** Every part our writers stamp is valid against the ISO schemas, for every form, alone and in a volume. */
import { expect, test } from 'vitest'
import { writeDocx } from '../../../main/documents/docx/write.ts'
import { writeXlsx } from '../../../main/documents/xlsx/write.ts'
import type { Layout } from '../../../shared/layout/layout.ts'
import { formLayouts } from '../../support/invented-layouts.ts'
import { partsOf, schemaErrors, schemaObstacle } from '../../support/office-schema.ts'
import { smallLayout } from '../../support/small-layout.ts'

const options = { title: '云溪县 <2024> & “年”', contents: true, createdAt: '2024-03-01T08:00:00Z' }
const hostile = smallLayout(['=cmd|x', ']]>', '\u0000\u0001\ud800', '<script>&amp;"\'', 'a\r\nb\tc  d', '😀 مرحبا'])
const tall: Layout = { ...smallLayout(), rows: smallLayout().rows.map(() => ({ heightPt: 900 })) }
const volumes: [string, Layout[]][] = [
  ...formLayouts().map((layout): [string, Layout[]] => [layout.templateId, [layout]]),
  ['hostile text', [hostile]],
  ['rows higher than a page', [tall]],
  ['a volume', [...formLayouts(), hostile, tall]],
]

if (schemaObstacle !== null) console.warn(`Schema validation skipped: ${schemaObstacle}`)

test.skipIf(schemaObstacle !== null).each(volumes)('%s, .xlsx', async (_, layouts) => {
  const parts = partsOf(await writeXlsx(layouts, options))
  // xml:space on shared texts is what every spreadsheet program writes, but the ISO schema forgot it.
  const checked = [...parts]
    .filter(([path]) => /^xl\/(?:workbook|styles|sharedStrings|worksheets\/sheet\d+)\.xml$/.test(path))
    .map(([path, xml]): [string, string] => [
      path,
      path === 'xl/sharedStrings.xml' ? xml.replaceAll(' xml:space="preserve"', '') : xml,
    ])
  expect(checked.length).toBeGreaterThan(3)
  expect(schemaErrors('sml.xsd', new Map(checked))).toBe('')
})

test.skipIf(schemaObstacle !== null).each(volumes)('%s, .docx', async (_, layouts) => {
  const parts = partsOf(await writeDocx(layouts, options))
  const checked = [...parts].filter(([path]) => /^word\/(?:document|styles|settings|footer\d+)\.xml$/.test(path))
  expect(checked.length).toBe(4)
  expect(schemaErrors('wml.xsd', new Map(checked))).toBe('')
  const only = (path: string) => new Map([[path, parts.get(path) ?? '']])
  expect(schemaErrors('dml-main.xsd', only('word/theme/theme1.xml'))).toBe('')
  expect(schemaErrors('shared-documentPropertiesExtended.xsd', only('docProps/app.xml'))).toBe('')
})
