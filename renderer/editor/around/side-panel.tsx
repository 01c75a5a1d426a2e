/** The panel at the right: 问题 and 历史. */
import Tabs from 'antd/es/tabs'
import { useCallback, useState } from 'react'
import type { ReactNode, RefObject } from 'react'
import { useStore } from 'zustand'
import { HistoryPanel } from './history-panel.tsx'
import { ProblemPanel } from './problem-panel.tsx'
import type { SheetView } from '../view/sheet-view.ts'

export interface SidePanelProps {
  view: SheetView
  inputRef: RefObject<HTMLTextAreaElement | null>
}

export function SidePanel({ view, inputRef }: SidePanelProps): ReactNode {
  const problems = useStore(view.editor.state, (state) => state.problems)
  const [tab, setTab] = useState('problems')
  const focusSheet = useCallback(() => inputRef.current?.focus({ preventScroll: true }), [inputRef])
  return (
    <aside className="side-panel" aria-label="问题和历史" data-area="panel">
      <Tabs
        activeKey={tab}
        onChange={setTab}
        items={[
          {
            key: 'problems',
            label: problems.length > 0 ? `问题 ${problems.length}` : '问题',
            children: <ProblemPanel view={view} problems={problems} focusSheet={focusSheet} />,
          },
          {
            key: 'history',
            label: '历史',
            children: tab === 'history' ? <HistoryPanel view={view} /> : null,
          },
        ]}
      />
    </aside>
  )
}
