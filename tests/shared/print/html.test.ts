import * as fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { describe, expect, test } from 'vitest'
import { renderHtml, renderSheets } from '../../../shared/print/html.ts'
import { paginate } from '../../../shared/print/paginate.ts'
import { formLayouts } from '../../support/invented-layouts.ts'
import { anyLayout } from './any-layout.ts'
import { groupedLayout, makeLayout } from './print-layouts.ts'

const plain = { title: '绩效目标表', cover: false, contents: false }
const volume = { title: '云溪县 2024 年汇编', cover: true, contents: true, coverLines: ['云溪县财政局', '2024年1月'] }

interface ReadCell {
  table: string
  repeat: boolean
  continued: string | null
  text: string
}

/** The cells of a document in order, as any reader of HTML finds them. */
function readCells(html: string): ReadCell[] {
  const cells: ReadCell[] = []
  let table = ''
  let repeat = false
  let open: ReadCell | undefined
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'table') table = attributes['data-table'] ?? ''
      if (name === 'tr') repeat = 'data-repeat' in attributes
      if (name === 'td')
        cells.push((open = { table, repeat, continued: attributes['data-continued'] ?? null, text: '' }))
      if (name === 'br' && open) open.text += '\n'
    },
    ontext(text) {
      if (open) open.text += text
    },
    onclosetag(name) {
      if (name === 'td') open = undefined
    },
  })
  parser.end(html)
  return cells
}

test('every text comes back letter by letter: spaces, tabs, empty lines, markup, marks of the page ends', () => {
  const marks = { text: '', newline: 'newline', repeat: 'repeat' }
  fc.assert(
    fc.property(fc.array(anyLayout, { minLength: 1, maxLength: 3 }), (layouts) => {
      const expected = layouts.flatMap((layout, index) =>
        paginate(layout).flatMap((page) =>
          page.cells.map((cell) => ({
            table: String(index + 1),
            repeat: page.rows[cell.row]?.repeated ?? false,
            continued: cell.continued === null ? null : marks[cell.continued],
            text: cell.text,
          })),
        ),
      )
      expect(readCells(renderHtml(layouts, plain))).toEqual(expected)
    }),
    { numRuns: 60 },
  )
})

describe('the document', () => {
  test('stands alone: no script, nothing to fetch, a policy that forbids both, its title escaped', () => {
    const html = renderHtml(formLayouts(), { ...volume, title: '<script>alert(1)</script>"&' })
    expect(html).toContain('<title>&lt;script&gt;alert(1)&lt;/script&gt;&quot;&amp;</title>')
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
    expect(html).toContain('<html lang="zh-CN">')
    expect(html).toContain('<meta charset="UTF-8">')
    expect(html).toContain('<meta name="generator" content="绩表">')
    expect(html).not.toMatch(/<script|src=|url\(|@import|https?:/)
    expect([...html.matchAll(/href="([^"]*)"/g)].every(([, target]) => target?.startsWith('#'))).toBe(true)
  })

  test('markup, control characters and half characters in a text stay text', () => {
    const text = '<b onclick="x">]]>&lt;\u0000\u001b\ud800 =cmd'
    const html = renderHtml([makeLayout({ columnsMm: [80], bodyMm: 100, cells: [{ at: [0, 0], text }] })], plain)
    expect(readCells(html).map((cell) => cell.text)).toEqual(['<b onclick="x">]]>&lt;\ufffd\ufffd\ufffd =cmd'])
  })

  test('a font name cannot leave its style', () => {
    const layout = groupedLayout([['产出指标', 1]], 100)
    const text = { ...layout.styles['text']!, font: `x';}</style><script>"` }
    const html = renderHtml([{ ...layout, styles: { ...layout.styles, text } }], plain)
    expect(html).toContain(`style="font-family:'xstylescript',serif"`)
  })
})

describe('pages', () => {
  test('each page says its number within its table', () => {
    const html = renderHtml([groupedLayout([['产出指标', 12]], 60), groupedLayout([['产出指标', 2]], 60)], plain)
    expect([...html.matchAll(/<footer[^>]*>(.*?)<\/footer>/g)].map(([, text]) => text)).toEqual([
      '第 1 页 共 2 页',
      '第 2 页 共 2 页',
      '第 1 页 共 1 页',
    ])
  })

  test('a volume has cover, contents with page numbers and links, and is numbered through', () => {
    const tables = ['甲项目', '乙项目', '丙项目'].map((title) => ({ ...groupedLayout([['产出指标', 12]], 60), title }))
    const sheets = renderSheets(tables, volume)
    expect(sheets.map((sheet) => sheet.table)).toEqual([-1, -1, 0, 0, 1, 1, 2, 2])
    expect(sheets[0]?.html).toContain('云溪县财政局<br>2024年1月')
    const entries = [...(sheets[1]?.html ?? '').matchAll(/href="#(.*?)"><b>(.*?)<\/b><i><\/i><u>(.*?)<\/u>/g)]
    expect(entries.map(([, anchor, title, page]) => [anchor, title, page])).toEqual([
      ['table-1', '1．甲项目', '1'],
      ['table-2', '2．乙项目', '3'],
      ['table-3', '3．丙项目', '5'],
    ])
    expect(sheets[4]?.html).toContain('id="table-2"')
    expect(sheets[4]?.html).toContain('总第 3 页')
  })

  test('contents of many tables with long titles take as many pages as they need', () => {
    const long = '关于提前下达城乡居民基本医疗保险中央和省级财政补助资金的项目（第一批，含结转）'
    const tables = Array.from({ length: 40 }, (_, number) => ({
      ...groupedLayout([['产出指标', 1]], 100),
      title: `${long}${number}`,
    }))
    const contents = renderSheets(tables, { ...volume, cover: false }).filter((sheet) => sheet.table === -1)
    expect(contents.map((sheet) => sheet.html.match(/<a /g)?.length)).toEqual([15, 15, 10])
  })

  test('orientation and margins are those of the form', () => {
    const landscape = makeLayout({
      columnsMm: [80],
      bodyMm: 100,
      orientation: 'landscape',
      cells: [{ at: [0, 0], text: '甲' }],
    })
    const [sheet] = renderSheets([landscape], plain)
    expect(sheet?.orientation).toBe('landscape')
    expect(sheet?.html).toMatch(/^<section class="jibiao-page page landscape" style="padding-top:54\.8\d+mm"/)
  })

  test('a text cut by the page end begins at the top of its cell on the next page', () => {
    const text = Array.from({ length: 30 }, (_, index) => `目标${index}`).join('\n')
    const layout = makeLayout({
      columnsMm: [30, 60],
      bodyMm: 60,
      cells: [
        { at: [0, 0], text: '目标', role: 'label' },
        { at: [0, 1], text },
      ],
    })
    const html = renderHtml([layout], plain)
    expect(html.match(/<td class="line top"[^>]*>目标\d/g)?.length).toBe(paginate(layout).length)
  })

  test('a row that no page can hold and nothing can cut is not hidden', () => {
    const heading = { at: [0, 0] as [number, number], text: '一\n'.repeat(30), role: 'label' as const }
    const layout = makeLayout({ columnsMm: [60], bodyMm: 60, repeatedRows: { first: 0, count: 1 }, cells: [heading] })
    expect(renderHtml([layout], plain)).toContain(';contain:none"')
    expect(renderHtml([groupedLayout([['产出指标', 12]], 60)], plain)).not.toContain(';contain:none"')
  })
})
