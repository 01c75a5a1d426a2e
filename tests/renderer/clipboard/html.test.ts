/** What a clipboard's HTML may look like, one oddity a line. */
import { describe, expect, test } from 'vitest'
import { parseHtmlClipboard } from '../../../renderer/editor/clipboard/read/clipboard-html.ts'
import { pasteNote } from '../../../renderer/editor/clipboard/paste-note.ts'

const read = (html: string) => parseHtmlClipboard(html)?.rows.map((row) => row.map(({ text }) => text)) ?? null
const cell = (inner: string) => read(`<table><tr><td>${inner}</td></tr></table>`)?.[0]?.[0]

describe('the text of a cell', () => {
  test.each([
    ['  两边\n  空白 ', '两边 空白'],
    ['一<br>二', '一\n二'],
    ["一<br style='mso-data-placement:same-cell'>\r\n    二", '一\n二'],
    ['<p>一</p>\n<p>二</p>', '一\n二'],
    ['<p>一</p><p>&nbsp;</p><p>二</p>', '一\n\n二'],
    ['<p>一<br></p><p>二</p>', '一\n二'],
    ['<div>一<div>二</div></div>三', '一\n二\n三'],
    ['&nbsp;', ''],
    ["<span style='mso-spacerun:yes'>&nbsp;&nbsp; </span>缩进", '缩进'],
    ['约<span>40</span><font>人</font>/年', '约40人/年'],
    ['A&amp;B &lt;b&gt; &quot;引号&quot; &#8805;95%', 'A&B <b> "引号" ≥95%'],
    ['看得见<span style="display:none;mso-hide:all">看不见</span>', '看得见'],
    ['<script>坏()</script>好', '好'],
    ['<style>td{}</style>好', '好'],
    ['<!--[if !mso]>旧<![endif]-->好', '好'],
    ['<ul><li>一</li><li>二</li></ul>', '一\n二'],
    ['<o:p></o:p>', ''],
    ['<ruby>养护<rp>(</rp><rt>yǎnghù</rt><rp>)</rp></ruby>费', '养护费'],
    ['<a class="comment-indicator"></a><comment>批注</comment>正文', '正文'],
    ["正文<a class=msocomanchor href='#1'>[K1]</a>", '正文'],
  ])('%j', (inner, expected) => {
    expect(cell(inner)).toBe(expected)
  })

  test('white-space: pre-wrap keeps spaces and line breaks', () => {
    expect(read('<table><tr><td style="white-space:pre-wrap">  一\n  二</td></tr></table>')).toEqual([['  一\n  二']])
  })
})

describe('the table', () => {
  test.each<[string, string, string[][] | null]>([
    ['no table', '<p>只有文字</p>', null],
    ['cells left open', '<table><tr><td>一<td>二<tr><td>三</table>', [['一', '二'], ['三']]],
    [
      'spans',
      '<table><tr><td rowspan=2>甲<td colspan=2>乙<tr><td>丙<td>丁</table>',
      [
        ['甲', '乙'],
        ['甲', '丙', '丁'],
      ],
    ],
    [
      'rowspan 0 reaches the end',
      '<table><tr><td rowspan=0>甲<td>一<tr><td>二</table>',
      [
        ['甲', '一'],
        ['甲', '二'],
      ],
    ],
    ['a span beyond the table', '<table><tr><td rowspan=99>甲<td>一</table>', [['甲', '一']]],
    ['nonsense spans', '<table><tr><td rowspan=x colspan=-3>甲<td>一</table>', [['甲', '一']]],
    [
      'a table inside a cell is its text',
      '<table><tr><td>甲<td><table><tr><td>内<td>容</table><tr><td>乙<td>丙</table>',
      [
        ['甲', '内 容'],
        ['乙', '丙'],
      ],
    ],
    [
      'a table that frames another',
      '<table><tr><td> <table><tr><td>甲<td>乙</table> </td></tr></table>',
      [['甲', '乙']],
    ],
    [
      'two tables, one below the other',
      '<table><tr><td>甲</table><p>中间</p><table><tr><td>乙</table>',
      [['甲'], ['乙']],
    ],
    [
      'rows without a table',
      '<tr><td>甲<td rowspan=2>乙<tr><td>丙</tr>',
      [
        ['甲', '乙'],
        ['丙', '乙'],
      ],
    ],
    ['cells without a row', '<!--StartFragment--><td>甲</td><td>乙</td><!--EndFragment-->', [['甲', '乙']]],
    [
      'a text over empty cells is no merged cell',
      "<table><tr><td colspan=3 style='mso-ignore:colspan'>甲<td>乙<tr><td>一<td>二<td>三<td>四</table>",
      [
        ['甲', '', '', '乙'],
        ['一', '二', '三', '四'],
      ],
    ],
    [
      'empty rows written as one, but not behind the last',
      "<table><tr><td>甲<tr style='mso-xlrowspan:2'><td><tr><td>乙<tr style='mso-xlrowspan:9'><td></table>",
      [['甲'], [''], [''], ['乙'], ['']],
    ],
    [
      'a row without height is only there for the widths',
      '<table><tr><td colspan=2>甲<tr height=0><td width=9><td width=9></table>',
      [['甲']],
    ],
    [
      'headings and groups',
      '<table><caption>题</caption><thead><tr><th>头</thead><tbody><tr><td>身</tbody></table>',
      [['头'], ['身']],
    ],
  ])('%s', (_, html, expected) => {
    expect(read(html)).toEqual(expected)
  })

  test('lines of text around it are told', () => {
    const found = parseHtmlClipboard('<p>标题</p><table><tr><td>甲</table><div>说明<br>二</div>')
    expect(found?.outside).toEqual(['标题', '说明', '二'])
    expect(found?.grid.rows).toBe(4)
  })

  test.each([
    ['a huge column span', '<table><tr><td colspan=99999999>甲</table>'],
    ['very many huge spans', `<table>${'<tr><td colspan=1000>甲'.repeat(5000)}</table>`],
    ['very many rows in one', `<table>${"<tr style='mso-xlrowspan:99999'><td>".repeat(500)}<tr><td>甲</table>`],
    ['very many spans over all rows', `<table>${'<tr><td rowspan=65000>甲'.repeat(3000)}</table>`],
    ['deep nesting', '<table><tr><td>'.repeat(3000)],
    ['a very long table', `<table>${'<tr><td>甲'.repeat(20_000)}</table>`],
  ])('%s is read or refused, never waited for', (_, html) => {
    expect(() => parseHtmlClipboard(html)).not.toThrow()
  })
})

describe('what is said after a paste', () => {
  test.each([
    [{ placed: 4, unplaced: 0, addedRows: 0 }, 0, null],
    [{ placed: 4, unplaced: 0, addedRows: 2 }, 0, '已粘贴 4 个单元格，增加了 2 行。'],
    [{ placed: 4, unplaced: 3, addedRows: 0 }, 0, '已粘贴 4 个单元格；有 3 个放不下或遇到不能修改的单元格，没有粘贴。'],
    [{ placed: 0, unplaced: 1, addedRows: 0 }, 0, '没有粘贴：这里的 1 个单元格是表样文字或放不下。'],
    [{ placed: 4, unplaced: 0, addedRows: 0 }, 2, '已粘贴 4 个单元格；表格以外的 2 行文字没有粘贴。'],
  ])('%j, %i lines around: %s', (outcome, outside, expected) => {
    expect(pasteNote(outcome, outside)?.text ?? null).toBe(expected)
  })
})
