import { expect, test } from 'vitest'
import { readDocument } from '../../../../main/documents/read.ts'
import { drawGrid } from '../../../support/office-files.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const grids = (html: string) => readDocument('白河镇.html', encode(html)).grids
const read = (html: string) => drawGrid(grids(`<html><body>${html}</body></html>`)[0])

test('tables with spans, text around them, paragraphs and breaks', () => {
  expect(
    read(`<h1>绩效 目标表</h1><p>（2024年度）</p><table><tr><td rowspan=2>产出指标<td colspan="2">甲<br>乙</tr>
      <tr><td><p>一</p><p>二</p></td><td>&nbsp;</td></tr></table>填表人：&lt;无&gt;`),
  ).toEqual([
    '0:绩效 目标表[1x3]',
    '0:（2024年度）[1x3]',
    '0:产出指标[2x1] | 1:甲⏎乙[1x2]',
    '1:一⏎二 | 2:·',
    '0:填表人：<无>[1x3]',
  ])
})

test('white space collapses as in a browser, not in pre', () => {
  expect(
    read('<table><tr><td>\n  其中：\n  <b> 财政</b>&nbsp;&nbsp;资金  </td><td><pre>a  b</pre></td></tr></table>'),
  ).toEqual(['0:其中： 财政  资金 | 1:a  b'])
})

test('rowspan 0 reaches the end, spans that leave the table are cut, overlapping ones too', () => {
  expect(read('<table><tr><td rowspan=0>甲<td>乙<tr><td>丙<tr><td rowspan=999>丁</table>')).toEqual([
    '0:甲[3x1] | 1:乙',
    '1:丙',
    '1:丁',
  ])
  expect(read('<table><tr><td>甲<td rowspan=2>乙<tr><td colspan=2>丙</table>')).toEqual(['0:甲 | 1:乙[2x1]', '0:丙'])
})

test('scripts, styles, comments and what is not displayed do not count', () => {
  expect(
    read(
      '<style>td{}</style><script>var a="<td>x"</script><!-- 注 --><table><tr><td>甲<span style="display: none">藏</span><tr style="DISPLAY:none"><td>藏</tr><tr hidden><td>藏</tr></table><template>x</template>',
    ),
  ).toEqual(['0:甲'])
})

test('a frame of tables around the table is taken away', () => {
  expect(
    read(
      '<table><tr><td></td></tr><tr><td><p>标题</p><table><tr><td>甲<td>乙<tr><td>丙<td>丁</table></td></tr></table>',
    ),
  ).toEqual(['0:标题[1x2]', '0:甲 | 1:乙', '0:丙 | 1:丁'])
})

test('charset from the page when it is not UTF-8', () => {
  const html = Buffer.concat([
    Buffer.from('<html><meta http-equiv=Content-Type content="text/html; charset=gb2312"><table><tr><td>'),
    Buffer.from([0xbc, 0xa8, 0xd0, 0xa7]), // 绩效
    Buffer.from('</table>'),
  ])
  expect(drawGrid(readDocument('a.xls', html).grids[0])).toEqual(['0:绩效'])
})

const own = (body: string) =>
  grids(`<!DOCTYPE html><html><head><meta name="generator" content="绩表"></head><body>${body}</body></html>`)

test('own print: pages are joined, repeated rows left out, cut cells go on', () => {
  const joined = own(
    `<h1>封面</h1><section><table data-table="1"><tr><td>类</td><td>名</td></tr><tr><td rowspan="2">产出</td><td>甲</td></tr><tr><td>乙的前</td></tr></table></section>
     <section><table data-table="1"><tr data-repeat><td>类</td><td>名</td></tr><tr><td data-continued="repeat" rowspan="2">产出</td><td data-continued="">半</td></tr><tr><td>丙 1  2</td></tr></table></section>
     <section><table data-table="2"><tr><td>另一张</td></tr></table></section>`,
  )
  expect(joined.map(({ origin, source }) => [origin, source.range])).toEqual([
    ['own', 'A1:B4'],
    ['own', 'A5:A5'],
  ])
  expect(drawGrid(joined[0])).toEqual(['0:类 | 1:名', '0:产出[3x1] | 1:甲', '1:乙的前半', '1:丙 1  2'])
})

test('own print: a line break at the cut, and a label that starts in a repeated row', () => {
  const joined = own(
    `<table data-table="1"><tr><td rowspan="2">侧</td><td>头</td></tr><tr><td>一</td></tr></table>
     <table data-table="1"><tr data-repeat><td rowspan="3" data-continued="repeat">侧</td><td>头</td></tr><tr><td data-continued="newline">二</td></tr><tr><td>三</td></tr></table>`,
  )
  expect(drawGrid(joined[0])).toEqual(['0:侧[3x1] | 1:头', '1:一⏎二', '1:三'])
})
