/**
 * A paste that is read off the page's thread: how far it is, and giving it up (取消, Esc). Nothing is pasted before all of it
 * is planned; then it is one change. A table that was changed meanwhile, or left, takes no paste.
 */
import { createStore } from 'zustand/vanilla'
import { say, sayWarning } from '../../../shell/notify.ts'
import { commitCell } from '../../commands/sheet-commands.ts'
import type { SheetView } from '../../view/sheet-view.ts'
import { carryOut, pasteTarget } from '../paste.ts'
import { receivedPlan } from './paste-messages.ts'
import type { PasteReply } from './paste-messages.ts'
import { pasteNote } from '../paste-note.ts'
import { offerPasted } from '../paste-offer.ts'
import { templates } from '../../../calls/templates.ts'
import { startPasteJob } from './start-paste-job.ts'
import type { EndPasteJob } from './start-paste-job.ts'

export interface LargePaste {
  view: SheetView
  /** Of a hundred. */
  percent: number
  end: EndPasteJob
}

export const largePaste = createStore<{ running: LargePaste | null }>(() => ({ running: null }))

export function startLargePaste(view: SheetView, html: string, plain: string): void {
  endLargePaste()
  const target = pasteTarget(view)
  const before = view.editor.entries()
  const { selection } = view.state.getState()
  let after = before
  const finish = (): void => largePaste.setState({ running: null })
  const hear = (reply: PasteReply): void => {
    if (reply.is === 'progress') {
      largePaste.setState(({ running }) => ({ running: running && { ...running, percent: reply.percent } }))
    } else if (reply.is === 'refused') {
      finish()
      sayWarning(reply.message)
    } else if (reply.is === 'planned') {
      finish()
      commitCell(view)
      if (view.editor.entries() !== before) return sayWarning('粘贴的时候表格有改动，没有粘贴，请再粘贴一次。')
      view.state.setState({ selection })
      const note = pasteNote(carryOut(view, receivedPlan(reply.plan, target)), reply.outsideLines)
      if (note) (note.isWarning ? sayWarning : say)(note.text)
      after = view.editor.entries()
    } else if (after !== before) offerPasted(view, reply.records, { before, after })
  }
  const fail = (): void => {
    finish()
    sayWarning('没有粘贴：剪贴板里的内容用了太长时间也没有读完，请分几次复制。')
  }
  largePaste.setState({ running: { view, percent: 0, end: () => undefined } })
  const end = startPasteJob({ do: 'paste', templates: templates().all, html, plain, target }, hear, fail)
  largePaste.setState(({ running }) => ({ running: running && { ...running, end } }))
}

/** true where a paste was running; nothing of it is pasted. */
export function endLargePaste(): boolean {
  const { running } = largePaste.getState()
  if (!running) return false
  running.end()
  largePaste.setState({ running: null })
  return true
}

/** The same, as the person wished it. */
export function giveUpPaste(): boolean {
  const isGivenUp = endLargePaste()
  if (isGivenUp) say('已取消粘贴，表格没有改动。')
  return isGivenUp
}
