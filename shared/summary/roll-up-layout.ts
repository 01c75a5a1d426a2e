/** The roll-up as a Layout, so that the same writers draw it: A4 landscape, one row a project, a total row under each unit. */
import { addRow, createDraft, fitHeights, mmToPt } from '../layout/draft.ts'
import type { Draft, DraftCell } from '../layout/draft.ts'
import type { Layout } from '../layout/layout.ts'
import { formStyles } from '../templates/styles.ts'
import { spreadsheetNumber } from '../values/number-format.ts'
import { amountNames } from './roll-up.ts'
import type { Amounts, RollUp } from './roll-up.ts'

const headings = [
  '序号',
  '预算单位',
  '项目编码',
  '项目名称',
  '预算金额',
  '财政拨款',
  '财政专户拨款',
  '其他资金',
  '年度绩效目标',
  '指标数',
]
const columnsMm = [9, 30, 36, 44, 20, 20, 20, 20, 62, 12]
const styles = formStyles(9)

export function rollUpLayout(sum: RollUp): Layout {
  const draft = createDraft(columnsMm.length)
  const add = (heightMm: number, cells: DraftCell[]): void => void addRow(draft, { heightPt: mmToPt(heightMm) }, cells)
  const title = `${sum.year === '' ? '' : `${sum.year}年`}项目支出绩效目标汇总表`
  add(14, [label(title, 'title', columnsMm.length)])
  add(7, [label(summaryLine(sum), 'lineLeft', 7), label('单位：万元', 'lineRight', 3)])
  add(
    9,
    headings.map((heading) => label(heading, 'heading')),
  )
  add(8, totalRow('合计', sum.totals, sum.projects))
  addUnits(draft, sum)
  fitHeights(draft, columnsMm, styles)
  return {
    templateId: 'summary',
    title,
    page: { orientation: 'landscape', marginsMm: { top: 15, right: 12, bottom: 15, left: 12 } },
    columnsMm,
    rows: draft.rows,
    cells: draft.cells,
    styles,
    repeatedRows: { first: 2, count: 1 },
    lists: {},
  }
}

function addUnits(draft: Draft, sum: RollUp): void {
  let number = 0
  for (const unit of sum.units) {
    const name = unit.name === '' ? unit.code : unit.name
    addRow(
      draft,
      { heightPt: mmToPt(8) },
      totalRow(`${name === '' ? '（未填单位）' : name} 小计`, unit.totals, unit.projects.length),
    )
    for (const project of unit.projects) {
      number++
      addRow(draft, { heightPt: mmToPt(8) }, [
        amount(String(number), 'center'),
        text(name, 'left'),
        text(project.code, 'center'),
        text(project.name, 'left'),
        ...amountNames.map((key) => amount(project.amounts[key], 'right')),
        text(project.goal, 'left'),
        amount(String(project.indicators), 'center'),
      ])
    }
  }
}

function totalRow(name: string, totals: Amounts, projects: number): DraftCell[] {
  return [
    text(name, 'totalText', 3),
    text(`${projects} 个项目`, 'totalText'),
    ...amountNames.map((key) => amount(totals[key], 'totalAmount')),
    text('', 'totalText', 2),
  ]
}

function summaryLine(sum: RollUp): string {
  const counts = `${sum.units.length} 个单位，${sum.projects} 个项目`
  return sum.unreadable === 0 ? counts : `${counts}；有 ${sum.unreadable} 个金额不是数字，照原样列出，未计入合计`
}

const label = (text: string, style: string, colSpan = 1): DraftCell => ({
  role: 'label',
  style,
  text,
  name: '',
  colSpan,
})
const text = (text: string, style: string, colSpan = 1): DraftCell => ({
  ...label(text, style, colSpan),
  role: 'computed',
})

function amount(value: string, style: string): DraftCell {
  const number = spreadsheetNumber(value)
  return { ...text(value, style), ...(number && { number }) }
}
