/** The 说明 of a listed finding: the button that opens its field, or what was written with the buttons to change it. */
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { explain } from '../../commands/note-commands.ts'
import { closeNote, noteDraft, openNote } from '../../commands/note-draft.ts'
import { commitCell } from '../../commands/sheet-commands.ts'
import { selectOnly } from '../../grid/selection.ts'
import { positionOf } from '../../grid/sheet-map.ts'
import { selectAt } from '../../view/sheet-view.ts'
import type { SheetView } from '../../view/sheet-view.ts'
import { NoteEditor } from '../comments/note-editor.tsx'
import type { ListedProblem } from './problem-list.ts'

export interface ExplainProblemProps {
  view: SheetView
  listed: ListedProblem
  focusSheet: () => void
}

export function ExplainProblem({ view, listed, focusSheet }: ExplainProblemProps): ReactNode {
  const { id, problem } = listed
  const target = useStore(noteDraft, ({ draft }) => draft?.target)
  if (problem.severity !== 'warning') return null
  const { explanation } = problem
  if (target?.kind === 'explanation' && target.finding === id) {
    return <ExplanationField target={target} message={problem.message} focusSheet={focusSheet} />
  }
  if (explanation === undefined) {
    return (
      <button
        type="button"
        className="note-act"
        aria-label={`写说明：${problem.message}`}
        onClick={() => open(view, listed)}
      >
        写说明
      </button>
    )
  }
  const remove = () => {
    write(view, listed, '')
    focusSheet()
  }
  return (
    <div className="note-said">
      <p>说明：{explanation}</p>
      <button
        type="button"
        className="note-act"
        aria-label={`修改说明：${problem.message}`}
        onClick={() => open(view, listed)}
      >
        修改
      </button>
      <button type="button" className="note-act" aria-label={`删除说明：${problem.message}`} onClick={remove}>
        删除
      </button>
    </div>
  )
}

export interface ExplanationFieldProps {
  target: { kind: 'explanation'; finding: string }
  message: string
  focusSheet: () => void
}

export function ExplanationField({ target, message, focusSheet }: ExplanationFieldProps): ReactNode {
  return (
    <NoteEditor target={target} label={`说明：${message}`} placeholder="为什么这样填是对的" focusSheet={focusSheet} />
  )
}

/** The cell is selected too: it is what one writes about. */
function open(view: SheetView, listed: ListedProblem): void {
  closeNote(true)
  commitCell(view)
  if (listed.cell) selectAt(view, positionOf(listed.cell))
  openNote({ kind: 'explanation', finding: listed.id }, listed.problem.explanation ?? '', (text) =>
    write(view, listed, text),
  )
}

function write(view: SheetView, { problem, more, cell }: ListedProblem, text: string): void {
  const entry = view.editor.entries()[problem.record + view.offset()]
  const selection = cell ? selectOnly(positionOf(cell)) : view.state.getState().selection
  if (entry) explain({ view, projectKey: entry.key, selection }, [problem, ...more], text)
}
