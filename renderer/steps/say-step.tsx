/** What a step over many projects has done, with the way to what it made and the way back in the message. */
import Button from 'antd/es/button'
import type { Undo } from '../../shared/ipc/undo.ts'
import { call } from '../api.ts'
import { runLong } from '../shell/long-work.ts'
import { say, sayFailure, showNote } from '../shell/notify.ts'
import { showAllProjects, showProjects, useShownProjects } from './shown-projects.ts'

/** Long enough to look at what was made and find that it should not have been. */
const secondsForUndo = 15

export interface Step {
  /** What was done, as a sentence. */
  text: string
  undo: Undo
  /** What it leads to; absent: nowhere. */
  ids?: readonly string[]
  /** Said when it was taken back. */
  undone: string
}

export function sayStep({ text, undo, ids = [], undone }: Step): void {
  if (undo.updated.length + undo.added.length === 0) return say(text)
  const close = showNote(
    <>
      {text}
      {ids.length > 0 && (
        <Button size="small" type="link" onClick={() => showProjects(ids)}>
          {ids.length === 1 ? '打开' : '查看'}
        </Button>
      )}
      <Button
        size="small"
        type="link"
        onClick={() => {
          close()
          void takeBack(undo, undone)
        }}
      >
        撤销
      </Button>
    </>,
    secondsForUndo,
    () => {},
    'success',
  )
}

async function takeBack(undo: Undo, undone: string): Promise<void> {
  const answer = await runLong({ label: '正在撤销' }, (job) => call('projects.undo', { ...undo, job }))
  if (!answer) return
  if (!answer.ok) {
    if (answer.error.code === 'cancelled') return say('已停止，没有撤销。')
    return sayFailure(answer.error)
  }
  const { ids } = useShownProjects.getState()
  if (ids && undo.added.every((id) => ids.has(id))) showAllProjects() // they are gone
  say(undone)
}
