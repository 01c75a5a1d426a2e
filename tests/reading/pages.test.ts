/** Files whose very text is the point: cells one a line, pages nested in layout tables, tags inside cells, Word's own web page. */
import { expect, test } from 'vitest'
import { readDocument } from '../../main/documents/read.ts'
import { readGrid } from '../../shared/reading/read-grid.ts'
import { builtIn } from '../../shared/templates/built-in.ts'
import { indicatorTable, tableDifferences } from '../support/expected-record.ts'
import type { ExpectedTable } from '../support/expected-record.ts'
import { docxFile } from '../support/office-files.ts'

function differences(name: string, content: string | Uint8Array, expected: ExpectedTable[]): string[] {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const tables = readDocument(name, bytes).grids.flatMap((grid) => readGrid(grid, builtIn.all))
  return tableDifferences(tables, expected)
}

const hebei: ExpectedTable = {
  template: 'hebei-xinle-2024',
  kind: 'target',
  record: {
    unit: { code: '450001', name: '云溪县医疗保障局本级' },
    project: { code: '13099924P000029100021', name: '2025年县级-医保经办服务' },
    funding: { unit: '万元', total: '86.00', fiscal: '86.00' },
    purpose: '用于医保经办服务',
    paymentPlan: ['21.50', '43.00', '64.50', '86.00'],
    goal: { annual: '1.经办服务群众满意。\n2.业务办理及时。' },
    indicators: indicatorTable(
      'category subcategory name description target basis',
      ['产出指标', '数量指标', '办理业务笔数（笔）', '办理业务笔数（笔）', '≥20000笔', '工作安排'],
      ['产出指标', '质量指标', '业务办结率', '业务办结率', '100百分比', '工作安排'],
      ['产出指标', '质量指标', '差错率', '差错率', '低于1%', '历史依据'],
      ['效益指标', '社会效益指标', '群众办事便利程度', '群众办事便利程度', '有所提高', '工作安排'],
      ['满意度指标', '服务对象满意度指标', '群众满意度', '群众满意度', '≥95%', '历史依据'],
    ),
  },
}

/** As a published .doc is copied into a text file: a cell a line, a blank line between rows, a bare tab for a covered cell. */
function cellLines(number: number): string {
  const rows = [
    ['项目编码', '13099924P000029100021', '项目名称', '2025年县级-医保经办服务'],
    ['预算规模及资金用途', '预算数', '86.00', '其中：财政    资金', '86.00', '其他资金', ' '],
    ['', '用于医保经办服务'],
    ['资金支出计划（%）', '3月底', '6月底', '10月底', '12月底'],
    ['', '21.50', '43.00', '64.50', '86.00'],
    ['绩效目标', '1.经办服务群众满意。\n\t2.业务办理及时。'],
    [],
    ['一级指标', '二级指标', '三级指标', '绩效指标描述', '指标值', '指标值确定依据'],
    ['产出指标', '数量指标', '办理业务笔数（笔）', '办理业务笔数（笔）', '≥20000笔', '工作安排'],
    ['', '质量指标', '业务办结率', '业务办结率', '100百分比', '工作安排'],
    ['', '质量指标', '差错率', '差错率', '低于1%', '历史依据'],
    ['效益指标', '社会效益指标', '群众办事便利程度', '群众办事便利程度', '有所提高', '工作安排'],
    ['满意度指标', '服务对象满意度指标', '群众满意度', '群众满意度', '≥95%', '历史依据'],
  ]
  const lines = rows.map((row) => row.map((cell) => `\t${cell}\n`).join(''))
  return `${number}.2025年县级-医保经办服务绩效目标表\n\t450001云溪县医疗保障局本级\n\t单位：万元\n\n${lines.join('\n')}\n\n`
}

test('text with a cell a line, two projects one after the other', () => {
  const text = `§3-6   重大政策和重点项目等绩效目标\n${cellLines(1)}${cellLines(2)}`
  expect(differences('公开文本.txt', text, [hebei, hebei])).toEqual([])
})

const korla: ExpectedTable = {
  template: 'xinjiang-korla-2023',
  kind: 'target',
  record: {
    year: '2025',
    unit: { name: '石泉县文化馆' },
    project: { name: '送戏下乡', leader: '帕某某' },
    funding: { unit: '万元', total: '6', fiscal: '6', other: '0' },
    goal: { annual: '目标1、演出20场；\n目标2、观众1万人次。' },
    indicators: indicatorTable(
      'category subcategory name target basis lastActual weight scoring evidence',
      ['产出指标', '数量指标', '演出场次', '≥20场', '计划标准', '18场', '20', '按照正常比例赋分', '工作资料'],
      ['产出指标', '数量指标', '观众人次', '≥1万人次', '历史标准', '0.9万人次', '20', '按照正常比例赋分', '工作资料'],
      [
        '成本指标',
        '经济成本指标',
        '每场成本',
        '≤0.3万元',
        '预算支出标准',
        '0.3万元',
        '20',
        '按照正常比例赋分',
        '原始凭证',
      ],
      ['满意度指标', '满意度指标', '观众满意度', '≥90%', '历史标准', '', '10', '满意度赋分', '说明材料'],
    ),
  },
}

const korlaRows = (goal: string) => `
<tr><td colspan="9"><p align="center"><b>项目支出绩效目标表</b></p></td></tr>
<tr><td colspan="9" align="center">(2025年)</td></tr>
<tr><td colspan="2">预算单位</td><td colspan="7">石泉县文化馆</td></tr>
<tr><td colspan="2">项目名称</td><td colspan="3">送戏下乡</td><td>项目负责人</td><td colspan="3">帕某某</td></tr>
<tr><td colspan="2">项目资金(万元)</td><td>年度预算总额:</td><td>6</td><td colspan="2">其中:财政拨款</td><td>6</td><td>其他资金:</td><td>0</td></tr>
<tr><td colspan="2">项目总体目标</td><td colspan="7">${goal}</td></tr>
<tr><th>一级指标</th><th>二级指标</th><th>三级指标</th><th>指标值</th><th>指标值设置依据</th><th>上年完成值</th><th>指标分值权重</th><th>指标赋分规则</th><th>佐证资料</th></tr>
<tr><td rowspan="2">产出指标</td><td rowspan="2">数量指标</td><td>演出场次</td><td>&ge;20场</td><td>计划标准</td><td>18场</td><td>20</td><td>按照正常比例赋分</td><td>工作资料</td></tr>
<tr><td>观众人次</td><td>≥1万人次</td><td>历史标准</td><td>0.9万人次</td><td>20</td><td>按照正常比例赋分</td><td>工作资料</td></tr>
<tr><td>成本指标</td><td>经济成本指标</td><td>每场成本</td><td>&le;0.3万元</td><td>预算支出标准</td><td>0.3万元</td><td>20</td><td>按照正常比例赋分</td><td>原始凭证</td></tr>
<tr><td>满意度指标</td><td>满意度指标</td><td>观众满意度</td><td>≥90%</td><td>历史标准</td><td></td><td>10</td><td>满意度赋分</td><td>说明材料</td></tr>`
const goalHtml = '<p>目标1、演出20场；</p><p>目标2、观众1万人次。</p>'

test('a page whose layout is made of tables around the form', () => {
  const page = `<html><head><meta charset="utf-8"><script>var 一级指标 = "<td>"</script></head><body>
<table width="100%"><tr><td><table><tr><td>首页</td><td>政务公开</td><td>办事服务</td></tr></table></td></tr>
<tr><td><div>当前位置：首页 &gt; 预算公开</div><table border="1">${korlaRows(goalHtml)}</table></td></tr>
<tr><td>主办：石泉县文化馆　备案号 000000</td></tr></table></body></html>`
  expect(differences('公开页.html', page, [korla])).toEqual([])
})

test('a Word document saved as a web page', () => {
  const mso = korlaRows('目标1、演出20场；<br>\n目标2、观众1万人次。').replaceAll(
    /<(td|th)([^>]*)>([^<]*)<\/\1>/g,
    (_, _tag: string, attributes: string, text: string) =>
      `<td${attributes} width=80 valign=top style='width:60.0pt;border:solid windowtext 1.0pt;padding:0cm 5.4pt'>\n  <p class=MsoNormal><span style='font-family:宋体;mso-ascii-font-family:Calibri'>${text}</span><span lang=EN-US><o:p>&nbsp;</o:p></span></p>\n  </td>`,
  )
  const page = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta charset=utf-8><meta name=ProgId content=Word.Document>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]--></head><body><div class=WordSection1><table class=MsoNormalTable border=1>${mso}</table><p class=MsoNormal><o:p>&nbsp;</o:p></p></div></body></html>`
  expect(differences('另存.htm', page, [korla])).toEqual([])
})

test('tags printed inside the cell of a text file', () => {
  const cell = '<p style="text-align:justify">目标1、演出20场；</p> <p>目标2、观众1万人次。</p>'
  const lines = [
    ['项目支出绩效目标表'],
    [],
    ['(2025年)'],
    [],
    ['预算单位', '', '石泉县文化馆', '', '', '', '', '', ''],
    ['项目名称', '', '送戏下乡', '', '', '项目负责人', '', '帕某某', ''],
    ['项目资金(万元)', '', '年度预算总额:', '6', '其中:财政拨款', '6', '其他资金:', '0', ''],
    ['项目总体目标', '', cell, '', '', '', '', '', ''],
    [
      '一级指标',
      '二级指标',
      '三级指标',
      '指标值',
      '指标值设置依据',
      '上年完成值',
      '指标分值权重',
      '指标赋分规则',
      '佐证资料',
    ],
    ['产出指标', '数量指标', '演出场次', '≥20场', '计划标准', '18场', '20', '按照正常比例赋分', '工作资料'],
    // the leading blanks were lost
    ['观众人次', '≥1万人次', '历史标准', '0.9万人次', '20', '按照正常比例赋分', '工作资料'],
    [
      '成本指标',
      '经济成本指标',
      '每场成本',
      '≤0.3万元',
      '预算支出标准',
      '0.3万元',
      '20',
      '按照正常比例赋分',
      '原始凭证',
    ],
    ['满意度指标', '满意度指标', '观众满意度', '≥90%', '历史标准', '', '10', '满意度赋分', '说明材料'],
  ]
  expect(differences('复制.txt', lines.map((line) => line.join('\t')).join('\n'), [korla])).toEqual([])
})

const p = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
const tc = (content: string, span = 1) => `<w:tc><w:tcPr><w:gridSpan w:val="${span}"/></w:tcPr>${content}</w:tc>`
const tr = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
const tbl = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`
const culture: ExpectedTable = {
  template: null,
  kind: 'target',
  record: {
    year: '2024',
    unit: { name: '石泉县文化馆' },
    project: { name: '文化下乡' },
    funding: { total: '6.00', fiscal: '6.00' },
    goal: { annual: '演出20场。' },
    indicators: indicatorTable(
      'category subcategory name target',
      ['产出指标', '数量指标', '演出场次', '≥20场'],
      ['效益指标', '社会效益指标', '受益人次', '≥1万人次'],
    ),
  },
}
const form = tbl(
  tr(tc(p('项目支出绩效目标表'), 4)),
  tr(tc(p('（2024年度）'), 4)),
  tr(tc(p('项目名称')), tc(p('文化下乡')), tc(p('预算单位')), tc(p('石泉县文化馆'))),
  tr(tc(p('年度资金总额')), tc(p('6.00')), tc(p('其中：财政拨款')), tc(p('6.00'))),
  tr(tc(p('年度目标')), tc(p('演出20场。'), 3)),
  tr(tc(p('一级指标')), tc(p('二级指标')), tc(p('三级指标')), tc(p('指标值'))),
  tr(tc(p('产出指标')), tc(p('数量指标')), tc(p('演出场次')), tc(p('≥20场'))),
  tr(tc(p('效益指标')), tc(p('社会效益指标')), tc(p('受益人次')), tc(p('≥1万人次'))),
)

test('Word: the form inside the only cell of an outer table', () => {
  expect(differences('套表.docx', docxFile(tbl(tr(tc(form + p(''))))), [culture])).toEqual([])
})

test('Word: rows of the form in separate tables', () => {
  const [head = '', body = ''] = form.split(
    /(?=<w:tr><w:tc><w:tcPr><w:gridSpan w:val="1"\/><\/w:tcPr><w:p><w:r><w:t xml:space="preserve">一级指标)/,
  )
  const split = `${head}</w:tbl>${p('')}<w:tbl>${body}`
  expect(differences('断表.docx', docxFile(split), [culture])).toEqual([])
})

test('Word: a row deleted with tracked changes is not there, an inserted one is', () => {
  const deleted = `<w:tr><w:trPr><w:del w:id="1" w:author="a"/></w:trPr>${tc('<w:p><w:del w:id="2"><w:r><w:delText>产出指标</w:delText></w:r></w:del></w:p>')}${tc(p(''))}${tc('<w:p><w:del w:id="3"><w:r><w:delText>旧指标</w:delText></w:r></w:del></w:p>')}${tc('<w:p><w:del w:id="4"><w:r><w:delText>1次</w:delText></w:r></w:del></w:p>')}</w:tr>`
  const inserted = `<w:tr><w:trPr><w:ins w:id="5" w:author="a"/></w:trPr>${tc(p('满意度指标'))}${tc(p('服务对象满意度指标'))}${tc('<w:p><w:ins w:id="6"><w:r><w:t>观众满意度</w:t></w:r></w:ins></w:p>')}${tc('<w:p><w:ins w:id="7"><w:r><w:t>≥90%</w:t></w:r></w:ins></w:p>')}</w:tr>`
  const changed = form.replace('</w:tbl>', `${deleted}${inserted}</w:tbl>`)
  const indicators = [
    ...(culture.record.indicators ?? []),
    { category: '满意度指标', subcategory: '服务对象满意度指标', name: '观众满意度', target: '≥90%' },
  ]
  expect(
    differences('修订.docx', docxFile(changed), [{ ...culture, record: { ...culture.record, indicators } }]),
  ).toEqual([])
})
