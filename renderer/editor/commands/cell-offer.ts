/**
 * What the editor quietly offers beside a cell, accepted by one key or click and never done unasked: the sign ≥ for a
 * typed `>=`, the total from its parts, the usual payment plan. At most one at a time.
 */
import { differenceText, fundingBlocks, fundingSum, withFundingSum } from '../../../shared/rules/funding-sum.ts'
import { isPlanBlank, planFor, withPlan } from '../../../shared/rules/plan-fill.ts'
import { spellSigns } from '../../../shared/values/sign-spelling.ts'
import type { LayoutCell } from '../../../shared/layout/layout.ts'
import { changeRecord } from './record-change.ts'
import { inputsIn, rangeOf } from '../grid/selection.ts'
import { cellAt, isInput } from '../grid/sheet-map.ts'
import type { Position } from '../grid/sheet-map.ts'
import { commitCell, write } from './sheet-commands.ts'
import { writeWhole } from './cell-writes.ts'
import { activeCell, fieldText } from '../view/sheet-view.ts'
import type { SheetView } from '../view/sheet-view.ts'

export interface CellOffer {
  /** The cell it is shown beside. */
  at: Position
  text: string
  accept: () => void
}

export function cellOffer(view: SheetView): CellOffer | null {
  return spellingOffer(view) ?? totalOffer(view) ?? planOffer(view)
}

/** The active cell's sign, also while it is being typed; else that of the cell left last. */
function spellingOffer(view: SheetView): CellOffer | null {
  const { sheet, selection, editing, left } = view.state.getState()
  const own = spellingOf(view, activeCell(view), editing?.text)
  if (own !== null) return offerSpelling(view, selection.anchor, own)
  const cell = left && !editing ? cellAt(sheet, left) : undefined
  const last = spellingOf(view, cell, undefined)
  return left && last !== null ? offerSpelling(view, left, last) : null
}

function spellingOf(view: SheetView, cell: LayoutCell | undefined, typed: string | undefined): string | null {
  if (!isInput(cell) || cell.binding?.kind !== 'measure') return null
  return spellSigns(typed ?? fieldText(view, cell))
}

function offerSpelling(view: SheetView, at: Position, spelled: string): CellOffer {
  return {
    at,
    text: `可写成 ${spelled}`,
    accept() {
      commitCell(view)
      const { sheet, selection } = view.state.getState()
      const cells = new Set([cellAt(sheet, at), ...inputsIn(sheet, rangeOf(sheet, selection))])
      const writes = [...cells].flatMap((cell) => {
        const text = spellingOf(view, cell, undefined)
        return text === null || !cell?.binding ? [] : [writeWhole(cell.binding, text)]
      })
      write(view, '改写符号', writes)
    },
  }
}

/** On a total or one of its parts. */
function totalOffer(view: SheetView): CellOffer | null {
  const { selection, editing } = view.state.getState()
  const binding = activeCell(view)?.binding
  if (editing || binding?.kind !== 'money' || binding.record === 'all') return null
  const block = fundingBlocks.find((one) => binding.path.startsWith(`${one}.`))
  const index = binding.record
  const record = view.records()[index]
  const found = block && record ? fundingSum(view.template, record, block) : null
  if (!block || !found?.isOff) return null
  const off = found.difference === '' ? '总额未填' : differenceText(found.difference)
  return {
    at: selection.anchor,
    text: `各项合计 ${found.sum}（${off}），填入总额`,
    accept: () => changeRecord(view, '一键合计', index, (one) => withFundingSum(view.template, one, block)),
  }
}

function planOffer(view: SheetView): CellOffer | null {
  const { selection, editing } = view.state.getState()
  const binding = activeCell(view)?.binding
  if (editing || binding?.kind !== 'plan' || binding.record === 'all') return null
  const index = binding.record
  const record = view.records()[index]
  if (!record || !isPlanBlank(record)) return null
  const plan = planFor(record)
  if (plan.length === 0) return null
  return {
    at: selection.anchor,
    text: `按 25%、50%、75%、100% 填：${plan.join('、')}`,
    accept: () => changeRecord(view, '填支出计划', index, (one) => withPlan(view.template, one)),
  }
}
