/** The line below the sheet: the active cell's name and full text, weights and money of the table, and whether all is saved. */
import { useDeferredValue, useMemo } from 'react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { BackupState } from './backup-state.tsx'
import { clockTime } from '../../ui/clock-time.ts'
import type { SaveState } from '../table/autosave.ts'
import { differenceText } from '../../../shared/rules/funding-sum.ts'
import { askMoneyUnit, hasMoneyUnit } from '../commands/money-unit.ts'
import { cellAt } from '../grid/sheet-map.ts'
import { viewComment } from '../view/view-comment.ts'
import { fieldText } from '../view/sheet-view.ts'
import type { SheetView } from '../view/sheet-view.ts'
import { tableSums } from '../table/table-sums.ts'
import type { WeightSum } from '../table/table-sums.ts'

export function StatusLine({ view }: { view: SheetView }): ReactNode {
  const cell = useStore(view.state, ({ sheet, selection }) => cellAt(sheet, selection.anchor))
  // sums follow the sheet: they never hold up a key
  const present = useDeferredValue(useStore(view.editor.state, (state) => state.history.present))
  const save = useStore(view.editor.state, (state) => state.save)
  const { template } = view.editor
  const sums = useMemo(
    () =>
      tableSums(
        template,
        present.map((entry) => entry.record),
      ),
    [template, present],
  )
  const text = cell ? fieldText(view, cell) : ''
  const comment = cell ? viewComment(view, cell) : ''
  return (
    <footer className="status-line" aria-label="状态栏" data-area="status" tabIndex={-1}>
      <strong>{cell?.name ?? ''}</strong>
      <span className="status-text" title={text}>
        {cell?.role === 'label' ? '' : text.replaceAll('\n', ' ↵ ')}
      </span>
      {comment !== '' && (
        <span className="status-comment" title={comment}>
          意见　{comment.replaceAll('\n', ' ↵ ')}
        </span>
      )}
      {sums.weight && (
        <span title={sums.classes.map((one) => `${one.name}指标权重 ${weightText(one)}`).join('，')}>
          权重
          {[...sums.classes, sums.weight].map((one) => (
            <span key={one.name} className={`weight-sum ${one.isRight ? '' : 'severity-error'}`}>
              {one.name || '合计'} <b>{one.sum}</b>
              {one.required === '' ? '' : `/${one.required}`}
            </span>
          ))}
        </span>
      )}
      <span>
        资金 <b>{sums.money === '' ? '—' : sums.money}</b>{' '}
        {hasMoneyUnit(view) ? (
          <button type="button" className="status-button" title="改金额单位…" onClick={() => askMoneyUnit(view)}>
            {sums.moneyUnit === '' ? '单位' : sums.moneyUnit}
          </button>
        ) : (
          sums.moneyUnit
        )}
        {sums.difference !== '' && <span className="severity-error">（{differenceText(sums.difference)}）</span>}
      </span>
      <BackupState />
      <span role="status" className={save.kind === 'failed' ? 'severity-error' : ''}>
        {saveText(save)}
      </span>
    </footer>
  )
}

const weightText = ({ sum, required }: WeightSum): string => (required === '' ? sum : `${sum}，应为 ${required}`)

function saveText(save: SaveState): string {
  if (save.kind === 'saving') return '正在保存…'
  if (save.kind === 'failed') return '未保存'
  return save.at === null ? '已保存' : `已保存 ${clockTime(save.at)}`
}
