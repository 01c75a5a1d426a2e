/** 意见: the comments pinned to cells, with their answers; a click goes to the cell. Drawn after the sheet, like 问题. */
import Button from 'antd/es/button'
import { memo, useDeferredValue, useMemo } from 'react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { authorName } from '../../../../shared/model/note.ts'
import type { NoteReply } from '../../../../shared/model/note.ts'
import { dateTime } from '../../../ui/clock-time.ts'
import { findAction } from '../../actions/actions.ts'
import type { ActionContext } from '../../actions/actions.ts'
import { answerComment, closeComment, removeComment, rewriteComment } from '../../commands/note-commands.ts'
import { commentPlace, noteDraft, openNote } from '../../commands/note-draft.ts'
import { selectOnly } from '../../grid/selection.ts'
import { positionOf } from '../../grid/sheet-map.ts'
import { fieldSpot } from '../field-spot.ts'
import { listComments } from './comment-list.ts'
import type { ListedComment } from './comment-list.ts'
import { NoteEditor } from './note-editor.tsx'
import { projectLabel } from '../project-label.ts'
import type { SheetView } from '../../view/sheet-view.ts'

export interface CommentPanelProps {
  view: SheetView
  /** Of the view one works in: the form, or the opened indicators of a project. */
  context: ActionContext
  focusSheet: () => void
}

export function CommentPanel({ view, context, focusSheet }: CommentPanelProps): ReactNode {
  const sheet = useDeferredValue(useStore(view.state, (state) => state.sheet))
  const entries = useDeferredValue(useStore(view.editor.state, (state) => state.history.present))
  const { open, done } = useMemo(() => listComments(sheet, entries), [sheet, entries])
  const shared = { view, context, focusSheet }
  return (
    <>
      <NewComment {...shared} />
      {open.length + done.length === 0 && (
        <p className="panel-empty muted">还没有意见。选中一格后点上面的按钮，或按 Shift+F2。</p>
      )}
      <ul className="comments" aria-label="意见">
        {open.map((one) => (
          <Comment key={one.note.id} listed={one} {...shared} />
        ))}
      </ul>
      {done.length > 0 && (
        <section>
          <h2 className="muted">已处理 {done.length}</h2>
          <ul className="comments comments-done" aria-label="已处理的意见">
            {done.map((one) => (
              <Comment key={one.note.id} listed={one} {...shared} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function NewComment({ context, focusSheet }: CommentPanelProps): ReactNode {
  const { view } = context
  const name = useStore(view.state, () => commentPlace(view)?.name ?? '')
  const target = useStore(noteDraft, ({ draft }) => draft?.target)
  return (
    <div className="comment-new">
      <Button size="small" onClick={() => findAction('comment')?.run(context)}>
        {name === '' ? '给整张表写意见' : '给这一格写意见'}
      </Button>
      <span className="muted">{name}</span>
      {target?.kind === 'comment' && (
        <NoteEditor
          target={target}
          label={`意见：${target.place}`}
          placeholder={`对“${target.place}”的意见`}
          focusSheet={focusSheet}
        />
      )}
    </div>
  )
}

interface CommentProps extends CommentPanelProps {
  listed: ListedComment
}

const Comment = memo(function Comment({ listed, view, context, focusSheet }: CommentProps): ReactNode {
  const { note, record, place } = listed
  const project = projectLabel(view.editor, record)
  const go = () => {
    context.visit(fieldSpot(view, listed.cell, listed.projectKey, listed.note.path))
    focusSheet()
  }
  return (
    <li>
      <button type="button" className="problem comment" onClick={go}>
        {project && <span className="problem-project">{project}</span>}
        <span className="muted problem-place">{place}</span>
        <span className="note-text">{note.text}</span>
        <Signature said={note} />
      </button>
      {note.replies.map((reply, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- answers are only ever added at the end
        <div key={index} className="comment-reply">
          <span className="note-text">{reply.text}</span>
          <Signature said={reply} />
        </div>
      ))}
      <CommentButtons listed={listed} view={view} focusSheet={focusSheet} />
    </li>
  )
})

function CommentButtons({ listed, view, focusSheet }: Omit<CommentProps, 'context'>): ReactNode {
  const { note, projectKey, place, cell } = listed
  const target = useStore(noteDraft, ({ draft }) => draft?.target)
  const { id, text, done } = note
  const notePlace = () => ({
    view,
    projectKey,
    selection: cell ? selectOnly(positionOf(cell)) : view.state.getState().selection,
  })
  const isOpen = (target?.kind === 'answer' || target?.kind === 'rewriting') && target.id === id
  const button = (label: string, run: () => void) => (
    <button type="button" className="note-act" aria-label={`${label}：${place} ${text}`} onClick={run}>
      {label}
    </button>
  )
  return (
    <>
      <div className="comment-acts">
        {button('答复', () => openNote({ kind: 'answer', id }, '', (answer) => answerComment(notePlace(), id, answer)))}
        {button(done ? '重新打开' : '已处理', () => {
          closeComment(notePlace(), id, !done)
          focusSheet()
        })}
        {button('修改', () =>
          openNote({ kind: 'rewriting', id }, text, (changed) => rewriteComment(notePlace(), id, changed)),
        )}
        {button('删除', () => {
          removeComment(notePlace(), id)
          focusSheet()
        })}
      </div>
      {isOpen && (
        <NoteEditor
          target={target}
          label={`${target.kind === 'answer' ? '答复' : '修改意见'}：${place}`}
          placeholder={target.kind === 'answer' ? '答复' : ''}
          focusSheet={focusSheet}
        />
      )}
    </>
  )
}

function Signature({ said: { author, at } }: { said: NoteReply }): ReactNode {
  return (
    <span className="muted note-by">
      {authorName(author)} {dateTime(at)}
    </span>
  )
}
