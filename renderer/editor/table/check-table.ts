/**
 * Findings kept fresh while typing without blocking it: checked in a pause after each committed change. What is written
 * about them shows at once: the rules have nothing new to say then.
 */
import { explanationOf } from '../../../shared/model/note.ts'
import { checkTable } from '../../../shared/rules/check.ts'
import type { TableFinding } from '../grid/findings.ts'
import type { TableEditor } from './table-editor.ts'

const pauseMs = 120

export function checkNow(editor: TableEditor): void {
  show(editor, checkTable(editor.template, editor.records()))
}

function show(editor: TableEditor, problems: readonly TableFinding[]): void {
  const entries = editor.entries()
  editor.state.setState({
    problems: problems.map((problem) => {
      if (problem.severity !== 'warning') return problem
      const explanation = explanationOf(entries[problem.record]?.notes ?? [], problem) || undefined
      return explanation === problem.explanation ? problem : { ...problem, explanation }
    }),
  })
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
    const [entries, former] = [now.history.present, before.history.present]
    if (entries === former) return
    const isSameText =
      entries.length === former.length && entries.every(({ record }, index) => record === former[index]?.record)
    if (isSameText) show(editor, now.problems)
    else soon()
  })
  return () => {
    clearTimeout(timer)
    end()
  }
}
