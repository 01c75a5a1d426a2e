/** The panel at the right: 问题, 指标库 and 历史. */
import Tabs from 'antd/es/tabs'
import { useCallback, useState } from 'react'
import type { ReactNode, RefObject } from 'react'
import { useStore } from 'zustand'
import type { ActionContext } from '../actions/actions.ts'
import { Loading } from '../../ui/page-state.tsx'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { HistoryPanel } from './history-panel.tsx'
import { ProblemPanel } from './problem-panel.tsx'
import type { SheetView } from '../view/sheet-view.ts'

const LibraryPanel = lazyPart(async () => (await import('./library-panel.tsx')).LibraryPanel, <Loading what="指标库" />)

export interface SidePanelProps {
  view: SheetView
  /** Of the sheet that was worked in last. */
  context: ActionContext
  inputRef: RefObject<HTMLTextAreaElement | null>
}

export function SidePanel({ view, context, inputRef }: SidePanelProps): ReactNode {
  const problems = useStore(view.editor.state, (state) => state.problems)
  const [tab, setTab] = useState('problems')
  const focusSheet = useCallback(() => inputRef.current?.focus({ preventScroll: true }), [inputRef])
  return (
    <aside className="side-panel" aria-label="问题、指标库和历史" data-area="panel">
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
            key: 'library',
            label: '指标库',
            children: tab === 'library' ? <LibraryPanel context={context} /> : null,
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
