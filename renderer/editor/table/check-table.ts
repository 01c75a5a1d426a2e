/** Findings kept fresh while typing without blocking it: checked in a pause after each committed change. */
import { checkTable } from '../../../shared/rules/check.ts'
import type { TableEditor } from './table-editor.ts'

const pauseMs = 120

export function checkNow(editor: TableEditor): void {
  editor.state.setState({ problems: checkTable(editor.template, editor.records()) })
}

/** Checks at once and after every change; the answer ends it. */
export function followFindings(editor: TableEditor): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(() => checkNow(editor), pauseMs)
  }
  soon()
  const end = editor.state.subscribe((now, before) => {
    if (now.history.present !== before.history.present) soon()
  })
  return () => {
    clearTimeout(timer)
    end()
  }
}
