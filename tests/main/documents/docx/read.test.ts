import { expect, test } from 'vitest'
import { readDocument } from '../../../../main/documents/read.ts'
import { docxFile, drawGrid } from '../../../support/office-files.ts'

const read = (body: string) => drawGrid(readDocument('白河镇.docx', docxFile(body)).grids[0])
const p = (content: string) => `<w:p><w:r><w:t>${content}</w:t></w:r></w:p>`
const tc = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`
const tr = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
const tbl = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`

test('paragraphs are full-width rows, tables keep their spans', () => {
  expect(
    read(
      p('绩效目标表') +
        tbl(
          tr(tc(p('一级'), '<w:vMerge w:val="restart"/>'), tc(p('甲'), '<w:gridSpan w:val="2"/>')),
          tr(tc(p(''), '<w:vMerge/>'), tc(p('乙')), tc(p('丙'))),
          tr(tc(p(''), '<w:vMerge w:val="restart"/>'), tc(p('丁')), tc(p('一') + p('二'))),
        ) +
        p('填表人：'),
    ),
  ).toEqual(['0:绩效目标表[1x3]', '0:一级[2x1] | 1:甲[1x2]', '1:乙 | 2:丙', '0:· | 1:丁 | 2:一⏎二', '0:填表人：[1x3]'])
})

test('gridBefore leaves columns free; tables of different widths keep their own columns', () => {
  expect(
    read(
      tbl(`<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${tc(p('乙'))}${tc(p('丙'))}</w:tr>`) +
        p('') +
        tbl(tr(tc(p('单')))),
    ),
  ).toEqual(['0:· | 1:乙 | 2:丙', '', '0:单'])
})

const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`

test('tracked changes: deleted and moved-away text does not count, inserted does', () => {
  expect(
    read(
      `<w:p>${run('留')}<w:del w:id="1"><w:r><w:delText>删</w:delText></w:r></w:del><w:ins w:id="2">${run('增')}</w:ins><w:moveFrom w:id="3">${run('移')}</w:moveFrom></w:p>` +
        tbl(`<w:tr><w:trPr><w:del w:id="4"/></w:trPr>${tc(p('整行删'))}</w:tr>`, tr(tc(p('甲')))) +
        `<w:p><w:pPr><w:rPr><w:del w:id="5"/></w:rPr></w:pPr>${run('连')}</w:p><w:p>${run('上')}</w:p>`,
    ),
  ).toEqual(['0:留增', '0:甲', '0:连上'])
})

test('tabs, breaks, hyphens, symbols, fields, hidden text, ruby', () => {
  expect(
    read(
      `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:br w:type="page"/><w:noBreakHyphen/><w:t>丁</w:t></w:r>
       <w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>是</w:t><w:sym w:font="Wingdings 2" w:char="F0A3"/><w:t>否</w:t></w:r></w:p>` +
        `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText><w:t>码</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2024</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:fldSimple w:instr="PAGE"><w:r><w:t>年</w:t></w:r></w:fldSimple></w:p>` +
        `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>显</w:t></w:r>
         <w:r><w:ruby><w:rt><w:r><w:t>yin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>音</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>`,
    ),
  ).toEqual(['0:甲→乙⏎丙-丁☑是☐否', '0:2024年', '0:显音'])
})

const control = (properties: string, text: string) =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${p(text)}</w:sdtContent></w:sdt>`

test('content controls count, their prompts do not', () => {
  expect(read(tbl(tr(tc(control('', '填了')), tc(control('<w:showingPlcHdr/>', '单击此处输入文字')))))).toEqual([
    '0:填了 | 1:·',
  ])
})

const box = (text: string) => `<w:txbxContent>${p(text)}</w:txbxContent>`

test('a text box counts once', () => {
  expect(
    read(
      `<w:p><w:r><w:t>旁</w:t><mc:AlternateContent xmlns:mc="m"><mc:Choice>${box('框')}</mc:Choice><mc:Fallback>${box('框')}</mc:Fallback></mc:AlternateContent></w:r></w:p>`,
    ),
  ).toEqual(['0:框', '0:旁'])
})

test('a table in a cell becomes text; a table that only frames another is taken away', () => {
  const inner = tbl(tr(tc(p('x')), tc(p('y'))), tr(tc(p('z')), tc(p(''))))
  expect(read(tbl(tr(tc(p('甲')), tc(inner + p('')))))).toEqual(['0:甲 | 1:x→y⏎z→'])
  expect(read(tbl(tr(tc(inner + p('')))))).toEqual(['0:x | 1:y', '0:z | 1:·'])
})
