/**
 * Every attribute of every part of the Word files we write. Measures are whole numbers in Word's own units, since WPS reads
 * `10.5pt` as 10.5 half-points; no word of a newer program than the standard stands anywhere; nothing is in the package
 * that nothing asks for.
 */
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { writeDocx } from '../../../../main/documents/docx/write.ts'
import type { Layout } from '../../../../shared/layout/layout.ts'
import { formLayouts } from '../../../support/invented-layouts.ts'
import { partsOf } from '../../../support/office-schema.ts'
import { smallLayout } from '../../../support/small-layout.ts'

interface Attribute {
  part: string
  element: string
  namespace: string
  name: string
  value: string
}

const options = { title: '云溪县 10.5pt', contents: true, createdAt: '2024-03-01T08:00:00Z' }
const files: [string, Layout[]][] = [
  ...formLayouts().map((layout): [string, Layout[]] => [layout.templateId, [layout]]),
  ['a volume with cover and contents', [...formLayouts(), smallLayout()]],
]

/** Elements whose `w:val` counts twips, half-points or eighths of a point, and attributes that do anywhere. */
const measuredElements = ['w:sz', 'w:szCs', 'w:trHeight', 'w:defaultTabStop', 'w:spacing', 'w:kern', 'w:position']
const measuredAttributes = (
  'w:w w:h w:sz w:space w:pos w:top w:right w:bottom w:left w:header w:footer w:gutter w:before w:after w:line ' +
  'w:hanging w:firstLine w:linePitch w:start w:end'
).split(' ')

const standard = [
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://schemas.openxmlformats.org/drawingml/2006/main',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties',
  'http://schemas.openxmlformats.org/package/2006/relationships',
  'http://schemas.openxmlformats.org/package/2006/content-types',
  'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
  'http://purl.org/dc/elements/1.1/',
  'http://purl.org/dc/terms/',
  'http://www.w3.org/2001/XMLSchema-instance',
  'http://www.w3.org/XML/1998/namespace',
  '', // an attribute of its element's own language
]

/** All attributes but the declarations of namespaces; each element is also one of its own, without a name. */
function attributesOf(parts: ReadonlyMap<string, string>): Attribute[] {
  return [...parts].flatMap(([part, xml]) => {
    const found: Attribute[] = []
    const parser = new SaxesParser({ xmlns: true })
    parser.on('error', (error) => {
      throw error
    })
    parser.on('opentag', ({ name: element, uri, attributes }) => {
      found.push({ part, element, namespace: uri, name: '', value: '' })
      for (const { name, uri: namespace, value, prefix } of Object.values(attributes))
        if (prefix !== 'xmlns' && name !== 'xmlns') found.push({ part, element, namespace, name, value })
    })
    parser.write(xml).close()
    return found
  })
}

const isMeasure = ({ element, name }: Attribute): boolean =>
  measuredAttributes.includes(name) || (name === 'w:val' && measuredElements.includes(element))

test.each(files)('%s: measures are whole numbers without a unit', async (_, layouts) => {
  const attributes = attributesOf(partsOf(await writeDocx(layouts, options)))
  expect(attributes.filter(({ value }) => /^-?[\d.]+\s*(?:pt|pc|pi|px|mm|cm|in|%)$/.test(value))).toEqual([])
  const measures = attributes.filter(isMeasure)
  expect(measures.filter(({ value }) => !/^-?\d+$/.test(value))).toEqual([])
  expect(measures.length).toBeGreaterThan(200)
  const sizes = attributes.filter(({ element, name }) => element === 'w:sz' && name === 'w:val')
  expect(sizes.map(({ value }) => value)).toContain('21') // 10.5 points
})

test.each(files)('%s: nothing but the standard’s own words', async (_, layouts) => {
  const attributes = attributesOf(partsOf(await writeDocx(layouts, options)))
  const others = attributes.filter(({ namespace }) => !standard.includes(namespace))
  expect(others.map(({ part, element, name }) => `${part} ${element} ${name}`)).toEqual([])
})

test.each(files)('%s: every part is asked for, and nothing is asked for that is not there', async (_, layouts) => {
  const parts = partsOf(await writeDocx(layouts, options))
  const attributes = attributesOf(parts)
  const inside = attributes.filter(({ part }) => part !== '[Content_Types].xml' && !part.endsWith('.rels'))

  const targets = attributes
    .filter(({ part, name }) => part.endsWith('.rels') && name === 'Target')
    .map(({ part, value }) => part.replace(/_rels\/[^/]*$/, '') + value)
  const plain = [...parts.keys()].filter((path) => path !== '[Content_Types].xml' && !path.endsWith('.rels'))
  expect(targets.toSorted()).toEqual(plain.toSorted())

  const typed = attributes.filter(({ name }) => name === 'PartName').map(({ value }) => value.slice(1))
  expect(typed.filter((path) => !parts.has(path))).toEqual([])
  const extensions = attributes.filter(({ name }) => name === 'Extension').map(({ value }) => value)
  const endings = new Set([...parts.keys()].map((path) => path.split('.').at(-1)))
  expect(extensions.filter((extension) => !endings.has(extension))).toEqual([])

  const ids = attributes.filter(({ part, name }) => part === 'word/_rels/document.xml.rels' && name === 'Id')
  const asked = inside.filter(({ namespace }) => namespace.endsWith('officeDocument/2006/relationships'))
  expect(asked.filter(({ value }) => !ids.some((id) => id.value === value))).toEqual([])
  expect(asked.length).toBeGreaterThan(0)

  const styles = inside.filter(({ element, name }) => element === 'w:style' && name === 'w:styleId')
  const used = inside.filter(({ part, element }) => part !== 'word/styles.xml' && /^w:[prt](?:bl)?Style$/.test(element))
  expect(used.filter(({ name, value }) => name !== '' && !styles.some((style) => style.value === value))).toEqual([])
})
