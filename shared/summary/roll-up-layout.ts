/** The roll-up as a Layout, so that the same writers draw it: A4 landscape, one row a project, a total row over each group. */
import { addRow, createDraft, fitHeights, mmToPt } from '../layout/draft.ts'
import type { Draft, DraftCell } from '../layout/draft.ts'
import type { Layout } from '../layout/layout.ts'
import { formStyles } from '../templates/styles.ts'
import { spreadsheetNumber } from '../values/number-format.ts'
import type { ProjectRecord } from '../model/project.ts'
import { amountNames } from './roll-up-entry.ts'
import type { Grouping, RollUpEntry } from './roll-up-entry.ts'
import { wanAmount } from './roll-up.ts'
import type { RollUp, Sum } from './roll-up.ts'

/** With what the table prints of a project besides its amounts. */
export interface PrintedEntry extends RollUpEntry {
  record: ProjectRecord
}

/** What a group is, and what stands where the records say nothing. */
const groupWords: Record<Grouping, { counted: string; missing: string }> = {
  unit: { counted: '个单位', missing: '（未填单位）' },
  department: { counted: '个主管部门', missing: '（未填主管部门）' },
  fund: { counted: '种资金', missing: '（未写明资金类型）' },
  notice: { counted: '个文号', missing: '（没有文号）' },
  template: { counted: '种表样', missing: '（未知表样）' },
}

/** The name of a group as people read it. */
export const groupName = (by: Grouping, name: string): string => (name === '' ? groupWords[by].missing : name)

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

export function rollUpLayout(sum: RollUp<PrintedEntry>, by: Grouping): Layout {
  const draft = createDraft(columnsMm.length)
  const add = (heightMm: number, cells: DraftCell[]): void => void addRow(draft, { heightPt: mmToPt(heightMm) }, cells)
  const title = `${sum.year === '' ? '' : `${sum.year}年`}项目支出绩效目标汇总表`
  add(14, [label(title, 'title', columnsMm.length)])
  add(7, [label(summaryLine(sum, by), 'lineLeft', 7), label('单位：万元', 'lineRight', 3)])
  add(
    9,
    headings.map((heading) => label(heading, 'heading')),
  )
  add(8, totalRow('合计', sum.total))
  addGroups(draft, sum, by)
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

function addGroups(draft: Draft, sum: RollUp<PrintedEntry>, by: Grouping): void {
  let number = 0
  for (const group of sum.groups) {
    addRow(draft, { heightPt: mmToPt(8) }, totalRow(`${groupName(by, group.name)} 小计`, group.sum))
    for (const { unit, amounts, record } of group.entries) {
      number++
      addRow(draft, { heightPt: mmToPt(8) }, [
        amount(String(number), 'center'),
        text(unit.name === '' ? unit.code : unit.name, 'left'),
        text(record.project.code, 'center'),
        text(record.project.name, 'left'),
        // a text that is no amount stands as it was typed
        ...amountNames.map((name) => amount(wanAmount(amounts[name]) || record.funding[name], 'right')),
        text(record.goal.annual === '' ? record.goal.term : record.goal.annual, 'left'),
        amount(String(record.indicators.length), 'center'),
      ])
    }
  }
}

function totalRow(name: string, sum: Sum): DraftCell[] {
  return [
    text(name, 'totalText', 3),
    text(`${sum.projects} 个项目`, 'totalText'),
    ...amountNames.map((key) => amount(sum[key], 'totalAmount')),
    text('', 'totalText', 2),
  ]
}

function summaryLine({ groups, total }: RollUp<PrintedEntry>, by: Grouping): string {
  const counts = `${groups.length} ${groupWords[by].counted}，${total.projects} 个项目`
  return total.unreadable === 0 ? counts : `${counts}；有 ${total.unreadable} 个金额不是数字，照原样列出，未计入合计`
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
