/** The panel at the right: 问题, 指标库, 历史 and 意见. */
import Tabs from 'antd/es/tabs'
import { useCallback, useEffect, useState } from 'react'
import type { ReactNode, RefObject } from 'react'
import { useStore } from 'zustand'
import { openComments } from '../../../shared/model/note.ts'
import type { ActionContext } from '../actions/actions.ts'
import { onLeave } from '../../shell/place.ts'
import { closeNote, noteDraft } from '../commands/note-draft.ts'
import { isExplained } from '../grid/findings.ts'
import { CommentPanel } from './comments/comment-panel.tsx'
import { Loading } from '../../ui/page-state.tsx'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { HistoryPanel } from './history/history-panel.tsx'
import { ProblemPanel } from './problems/problem-panel.tsx'
import type { Spot } from '../table/spot.ts'
import type { SheetView } from '../view/sheet-view.ts'

const LibraryPanel = lazyPart(
  async () => (await import('./library/library-panel.tsx')).LibraryPanel,
  <Loading what="指标库" />,
)

export interface SidePanelProps {
  view: SheetView
  /** Of the sheet that was worked in last. */
  context: ActionContext
  inputRef: RefObject<HTMLTextAreaElement | null>
}

export function SidePanel({ view, context, inputRef }: SidePanelProps): ReactNode {
  const problems = useStore(view.editor.state, (state) => state.problems)
  const comments = useStore(view.editor.state, (state) =>
    state.history.present.reduce((sum, { notes }) => sum + openComments(notes).length, 0),
  )
  const waiting = problems.filter((problem) => !isExplained(problem)).length
  const [tab, setTab] = useState(isCommenting() ? 'comments' : 'problems')
  const focusSheet = useCallback(() => inputRef.current?.focus({ preventScroll: true }), [inputRef])
  const visit = useCallback((spot: Spot) => context.visit(spot), [context])
  useEffect(() => noteDraft.subscribe(() => isCommenting() && setTab('comments')), [])
  useEffect(() => {
    const keep = () => closeNote(true)
    window.addEventListener('pagehide', keep)
    const endLeave = onLeave(keep)
    return () => {
      keep() // the panel or the page is left
      endLeave()
      window.removeEventListener('pagehide', keep)
    }
  }, [])
  return (
    <aside className="side-panel" aria-label="问题、指标库、历史和意见" data-area="panel">
      <Tabs
        tabBarGutter={20}
        activeKey={tab}
        onChange={setTab}
        items={[
          {
            key: 'problems',
            label: waiting > 0 ? `问题 ${waiting}` : '问题',
            children: <ProblemPanel view={view} problems={problems} visit={visit} focusSheet={focusSheet} />,
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
          {
            key: 'comments',
            label: comments > 0 ? `意见 ${comments}` : '意见',
            children:
              tab === 'comments' ? <CommentPanel view={view} context={context} focusSheet={focusSheet} /> : null,
          },
        ]}
      />
    </aside>
  )
}

const isCommenting = (): boolean => noteDraft.getState().draft?.target.kind === 'comment'
