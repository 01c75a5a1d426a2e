/** What stands in the Word documents we write: the structure of document.xml, as a person reads it. */
import { describe, expect, test } from 'vitest'
import { readDocx } from '../../../../main/documents/docx/read.ts'
import { writeDocx } from '../../../../main/documents/docx/write.ts'
import { openZip } from '../../../../main/documents/zip/open-zip.ts'
import type { GridCell } from '../../../../shared/layout/grid.ts'
import type { Layout } from '../../../../shared/layout/layout.ts'
import { formLayouts } from '../../../support/invented-layouts.ts'
import { partsOf } from '../../../support/office-schema.ts'
import { smallLayout } from '../../../support/small-layout.ts'

const options = { title: '云溪县2024年', contents: true, createdAt: '2024-03-01T08:00:00Z' }

const documentXml = async (layouts: Layout[], contents = true): Promise<string> =>
  partsOf(await writeDocx(layouts, { ...options, contents })).get('word/document.xml') ?? ''

const matches = (xml: string, pattern: RegExp): string[] => [...xml.matchAll(pattern)].map((match) => match[1] ?? '')

/** A row drawn as `title:5 | ^ | a`: text, columns spanned, `^` where a cell goes on from above. */
function drawRows(xml: string): string[] {
  return matches(xml, /<w:tr>(.*?)<\/w:tr>/gs).map((row) =>
    matches(row, /<w:tc>(.*?)<\/w:tc>/gs)
      .map((cell) => {
        const span = /<w:gridSpan w:val="(\d+)"/.exec(cell)?.[1]
        const text = matches(cell.replaceAll('<w:br/>', '<w:t>/</w:t>'), /<w:t[^>]*>([^<]*)/g).join('')
        return (cell.includes('<w:vMerge/>') ? '^' : text) + (span === undefined ? '' : `:${span}`)
      })
      .join(' | '),
  )
}

const drawCells = (cells: readonly Pick<GridCell, 'column' | 'colSpan' | 'rowSpan' | 'text'>[]): string[] =>
  cells.filter(({ text }) => text !== '').map((cell) => `${cell.column}+${cell.colSpan}×${cell.rowSpan} ${cell.text}`)

test('rows, spans and continuation cells come from the Layout', async () => {
  expect(drawRows(await documentXml([smallLayout()]))).toEqual([
    '云溪项目绩效表:5',
    '单位：万元:5',
    '预算数 | 100.30:2 | 目标 | 1.按时拨付。/2.专款专用。',
    '绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值',
    '^ | 产出指标 | 数量指标 | 指标1 | =3人',
    '^ | ^ | 数量指标 | 指标2 | ≥95%',
    '^ | 产出指标 | 数量指标 | 指标3 | 有效提高',
  ])
})

test('every width is given in twips: table, columns, and each cell the sum of its columns', async () => {
  for (const layout of [smallLayout(), ...formLayouts()]) {
    const xml = await documentXml([layout])
    for (const table of matches(xml, /<w:tbl>(.*?)<\/w:tbl>/gs)) {
      const columns = matches(table, /<w:gridCol w:w="(\d+)"/g).map(Number)
      expect(columns.length).toBe(layout.columnsMm.length)
      const total = columns.reduce((sum, width) => sum + width, 0)
      expect(table).toContain(`<w:tblW w:w="${total}" w:type="dxa"/>`)
      expect(table).toContain('<w:tblLayout w:type="fixed"/>')
      expect(Math.abs(total - (layout.columnsMm.reduce((sum, mm) => sum + mm, 0) / 25.4) * 1440)).toBeLessThan(1)
      for (const row of matches(table, /<w:tr>(.*?)<\/w:tr>/gs)) {
        let at = 0
        for (const cell of matches(row, /<w:tc>(.*?)<\/w:tc>/gs)) {
          const span = Number(/<w:gridSpan w:val="(\d+)"/.exec(cell)?.[1] ?? 1)
          const width = columns.slice(at, at + span).reduce((sum, part) => sum + part, 0)
          expect(cell).toContain(`<w:tcW w:w="${width}" w:type="dxa"/>`)
          at += span
        }
        expect(at).toBe(columns.length)
      }
    }
  }
})

test('an edge is drawn where the cell on either side has a border', async () => {
  const xml = await documentXml([smallLayout()])
  const [title = '', line = '', first = ''] = matches(xml, /<w:tr>(.*?)<\/w:tr>/gs)
  const edges = (row: string): string[] =>
    matches(row, /<w:tcBorders>(.*?)<\/w:tcBorders>/g).map((borders) =>
      matches(borders, /<w:(\w+ w:val="\w+)"/g)
        .map((edge) => edge.replace(' w:val="', ' '))
        .join(', '),
    )
  expect(edges(title)).toEqual(['top nil, left nil, bottom nil, right nil'])
  expect(edges(line)).toEqual(['top nil, left nil, bottom single, right nil'])
  expect(edges(first)).toEqual(Array.from({ length: 4 }, () => 'top single, left single, bottom single, right single'))
  expect(matches(xml, /<w:tcBorders>/g)).toHaveLength(6)
})

describe('a form longer than a page', () => {
  const long = smallLayout(Array.from({ length: 60 }, (_, index) => `第${index + 1}个`))

  test('is two tables of the same columns, the second with its headings repeated', async () => {
    const xml = await documentXml([long])
    const tables = matches(xml, /<w:tbl>(.*?)<\/w:tbl>/gs)
    expect(tables.map((table) => matches(table, /<w:tr>/g).length)).toEqual([3, 61])
    expect(
      matches(tables[1] ?? '', /<w:tr><w:trPr>(.*?)<\/w:trPr>/g).map((row) => row.includes('<w:tblHeader/>')),
    ).toEqual([true, ...Array.from({ length: 60 }, () => false)])
    expect(tables.map((table) => /<w:tblGrid>.*<\/w:tblGrid>/.exec(table)?.[0])[0]).toBe(
      /<w:tblGrid>.*<\/w:tblGrid>/.exec(tables[1] ?? '')?.[0],
    )
    expect(tables[0]?.match(/<w:bottom w:val="nil"\/>/g)).toHaveLength(1 + 4)
  })

  test('reads back as the same texts in the same columns', async () => {
    const [grid] = readDocx(openZip(await writeDocx([long], options)), 'word/document.xml')
    expect(drawCells(grid?.cells ?? [])).toEqual(drawCells(long.cells))
  })

  test('a form whose heading row belongs to a cell from above stays one table', async () => {
    const cells = long.cells
      .filter(({ row, column }) => !(row === 2 && column === 0))
      .map((cell) => (cell.row === 3 && cell.column === 0 ? { ...cell, row: 2, rowSpan: cell.rowSpan + 1 } : cell))
    expect(matches(await documentXml([{ ...long, cells }]), /<w:tbl>/g)).toHaveLength(1)
  })

  test('the table above is closed where the next begins on another page', async () => {
    const rows = long.rows.map((row, index) => (index === 2 ? { heightPt: 650 } : row))
    const xml = await documentXml([{ ...long, rows }])
    expect(matches(xml, /<w:tbl>(.*?)<\/w:tbl>/gs)[0]?.match(/<w:bottom w:val="nil"\/>/g)).toHaveLength(1)
  })

  test('a row that fills a page is not kept whole under repeated headings', async () => {
    const { rows } = smallLayout()
    const kept = async (heightPt: number) => {
      const high = rows.map((row, index) => (index === 5 ? { heightPt } : row))
      const xml = await documentXml([{ ...smallLayout(), rows: high }])
      return matches(xml, /<w:trPr>(.*?)<\/w:trPr>/g)[5]
    }
    expect(await kept(700)).toBe('<w:cantSplit/><w:trHeight w:val="14000" w:hRule="atLeast"/>')
    expect(await kept(720)).toBe('') // 728 points on the page, 24 of them headings
  })

  test('rows are kept whole unless higher than a page', async () => {
    const rows = smallLayout().rows.map((row, index) => (index === 5 ? { heightPt: 2000 } : row))
    const xml = await documentXml([{ ...smallLayout(), rows }])
    expect(matches(xml, /<w:trPr>(.*?)<\/w:trPr>/g).map((row) => row.includes('<w:cantSplit/>'))).toEqual(
      rows.map(({ heightPt }) => heightPt < 800),
    )
  })
})

describe('a volume', () => {
  const landscape: Layout = {
    ...smallLayout(),
    title: '横向表',
    page: { ...smallLayout().page, orientation: 'landscape' },
  }
  const layouts = [smallLayout(), { ...smallLayout(), title: '第二张' }, landscape, smallLayout()]

  test('has a section for each run of equal pages, landscape turned', async () => {
    const sections = matches(await documentXml(layouts), /<w:sectPr>(.*?)<\/w:sectPr>/gs)
    expect(sections.map((section) => /<w:pgSz[^>]*>/.exec(section)?.[0])).toEqual([
      '<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>',
      '<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>',
      '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>',
      '<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>',
    ])
    expect(sections.map((section) => section.includes('<w:footerReference'))).toEqual([true, true, true, true])
    expect(sections.map((section) => section.includes('<w:titlePg'))).toEqual([true, false, false, false])
  })

  test('begins every form on its own page under a heading of the outline', async () => {
    const headings = matches(await documentXml(layouts), /<w:pStyle w:val="Heading1"\/>(.*?)<\/w:p>/gs)
    expect(headings.map((heading) => matches(heading, /<w:t>([^<]*)/g)[0])).toEqual(layouts.map(({ title }) => title))
    expect(headings.map((heading) => heading.includes('<w:pageBreakBefore/>'))).toEqual([false, true, false, false])
    const styles = partsOf(await writeDocx(layouts, options)).get('word/styles.xml') ?? ''
    expect(/<w:style [^>]*w:styleId="Heading1">.*?<\/w:style>/s.exec(styles)?.[0]).toContain(
      '<w:outlineLvl w:val="0"/>',
    )
  })

  test('has contents that are filled, linked and brought up to date by Word', async () => {
    const xml = await documentXml(layouts)
    expect(xml).toContain('w:dirty="true"')
    const entries = matches(xml, /<w:hyperlink (.*?)<\/w:hyperlink>/gs)
    expect(entries.map((entry) => /w:anchor="(\w+)"/.exec(entry)?.[1])).toEqual(
      matches(xml, /<w:bookmarkStart [^>]*w:name="(\w+)"/g),
    )
    expect(entries.map((entry) => matches(entry, /<w:t>([^<]*)/g).join(' '))).toEqual([
      '云溪项目 3',
      '第二张 4',
      '横向表 5',
      '云溪项目 6',
    ])
  })

  test('without contents: the forms alone; one form: no heading', async () => {
    expect(await documentXml(layouts, false)).not.toContain('TOC')
    expect(await documentXml([smallLayout()])).not.toContain('Heading1')
  })

  test('an aborted signal stops with code cancelled', async () => {
    await expect(writeDocx(layouts, { ...options, signal: { aborted: true } })).rejects.toMatchObject({
      code: 'cancelled',
    })
  })
})

test('text stays text: escaped, forbidden characters replaced, breaks and tabs as elements', async () => {
  const texts = [
    '=cmd',
    ']]>',
    '<script>&"',
    'a\u0000b\ud800',
    '  两格  ',
    '一\r\n二\t三',
    '😀 مرحبا',
    '长'.repeat(40_000),
  ]
  const xml = await documentXml([smallLayout(texts)])
  expect(xml).toContain('<w:t xml:space="preserve">  两格  </w:t>')
  expect(xml).toContain('<w:t>一</w:t><w:br/><w:t>二</w:t><w:tab/><w:t>三</w:t>')
  const [grid] = readDocx(openZip(await writeDocx([smallLayout(texts)], options)), 'word/document.xml')
  const column = (grid?.cells ?? []).filter((cell) => cell.column === 4 && cell.row > 3).map(({ text }) => text)
  expect(column.map((text) => text.trim())).toEqual([
    ...texts.slice(0, 3),
    'a\ufffdb\ufffd',
    '两格',
    '一\n二\t三',
    ...texts.slice(6),
  ])
})

test('fonts are East Asian, the footer counts pages, the properties are ours', async () => {
  const parts = partsOf(await writeDocx([smallLayout()], options))
  expect(parts.get('word/styles.xml')).toContain('w:eastAsia="黑体"')
  expect(matches(parts.get('word/footer1.xml') ?? '', /<w:(?:t|instrText)[^>]*>([^<]*)/g).join('')).toBe(
    '第 PAGE 页 共 NUMPAGES 页',
  )
  expect(parts.get('docProps/app.xml')).toContain('<Application>绩表</Application>')
  const core = parts.get('docProps/core.xml') ?? ''
  expect(core).toContain('<dc:title>云溪县2024年</dc:title>')
  expect(core).toContain('<dc:creator>绩表</dc:creator>')
  expect(matches(core, /<dcterms:\w+ [^>]*>([^<]*)/g)).toEqual(['2024-03-01T08:00:00Z', '2024-03-01T08:00:00Z'])
})
