/** The line below the sheet: the active cell's name and full text, weights and money of the table, and whether all is saved. */
import { useMemo } from 'react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { clockTime } from '../ui/clock-time.ts'
import type { SaveState } from './autosave.ts'
import { cellAt } from './sheet-map.ts'
import { fieldText } from './sheet-view.ts'
import type { SheetView } from './sheet-view.ts'
import { tableSums } from './table-sums.ts'

export function StatusLine({ view }: { view: SheetView }): ReactNode {
  const cell = useStore(view.state, ({ sheet, selection }) => cellAt(sheet, selection.anchor))
  const present = useStore(view.editor.state, (state) => state.history.present)
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
  return (
    <footer className="status-line">
      <strong>{cell?.name ?? ''}</strong>
      <span className="status-text" title={text}>
        {cell?.role === 'label' ? '' : text.replaceAll('\n', ' ↵ ')}
      </span>
      {sums.weight !== null && (
        <span>
          权重 <b>{sums.weight}</b>/{sums.weightTotal}
        </span>
      )}
      <span>
        资金 <b>{sums.money === '' ? '—' : sums.money}</b> {sums.moneyUnit}
      </span>
      <span role="status" className={save.kind === 'failed' ? 'severity-error' : ''}>
        {saveText(save)}
      </span>
    </footer>
  )
}

function saveText(save: SaveState): string {
  if (save.kind === 'saving') return '正在保存…'
  if (save.kind === 'failed') return '未保存'
  return save.at === null ? '已保存' : `已保存 ${clockTime(save.at)}`
}
