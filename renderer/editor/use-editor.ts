/** The life of an opened table on the screen: its view, drafts, findings, saving before it is left. */
import { useEffect, useMemo } from 'react'
import { call, on } from '../api.ts'
import { onLeave, parsePlace, renamePlace } from '../shell/place.ts'
import { say } from '../shell/notify.ts'
import { followFindings } from './table/check-table.ts'
import { afterPaint } from './table/after-paint.ts'
import { keepDrafts, recoverDraft } from './draft-keeper.ts'
import { holds } from './table/holds.ts'
import { hasUnsaved, isSame, reopen } from './table/open-tables.ts'
import { commitCell } from './commands/sheet-commands.ts'
import { goToProject } from './view/go-to-project.ts'
import { openSheetView, wholeTable } from './view/sheet-view.ts'
import type { SheetView } from './view/sheet-view.ts'
import { changedElsewhere } from './table/table-editor.ts'
import type { TableEditor } from './table/table-editor.ts'

export function useEditorView(editor: TableEditor, project: string): SheetView {
  const view = useMemo(() => {
    const opened = openSheetView(editor, wholeTable(editor.template))
    goToProject(opened, project)
    return opened
  }, [editor, project])
  useEffect(() => {
    const name = recoverDraft(view, localStorage)
    if (name !== null) say(`已找回上次没有保存完的内容：${name}。`)
    const endDrafts = keepDrafts(view, localStorage, afterPaint)
    const endFindings = followFindings(editor)
    return () => {
      endDrafts()
      endFindings()
      view.close()
    }
  }, [editor, view])
  useSaveBeforeLeaving(view)
  useLivingAddress(editor, project)
  useFollowStore(editor)
  return view
}

function useSaveBeforeLeaving(view: SheetView): void {
  useEffect(() => {
    const { editor } = view
    const save = () => {
      commitCell(view)
      void editor.autosave.flush()
    }
    const endLeave = onLeave(save)
    document.addEventListener('visibilitychange', save)
    return () => {
      save()
      endLeave()
      document.removeEventListener('visibilitychange', save)
    }
  }, [view])
}

/**
 * The project the table was opened by was deleted in it: the address names one that is still there. Another table's
 * address, on the way to which this one is saved, stays.
 */
function useLivingAddress(editor: TableEditor, project: string): void {
  useEffect(() => {
    let own = project
    return editor.state.subscribe(({ save }, before) => {
      const { page, ids } = parsePlace(location.hash)
      if (save === before.save || save.kind !== 'saved') return
      if (page !== 'edit' || ids[0] !== own || holds(editor, own)) return
      own = editor.id
      renamePlace('edit', [own])
    })
  }, [editor, project])
}

/** Between a change in the store and asking what it was: changes come in groups. */
const pauseMs = 500

const isTyping = (): boolean => document.querySelector('.open-cell:not([data-mode=selecting])') !== null

/**
 * Another window changed this table and this one has nothing of its own to save: show what the store has. A table that
 * has another form now cannot go on in the old one, and takes along what is not saved.
 */
function useFollowStore(editor: TableEditor): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isShown = true
    const follow = async () => {
      if (!isShown) return
      const answer = await call('projects.open', { id: editor.id })
      if (!answer.ok) return
      editor.state.setState({ isDeleted: answer.value.deleted, fiscalYear: answer.value.fiscalYear })
      if (answer.value.template !== editor.template.id) {
        if (isTyping()) timer = setTimeout(() => void follow(), pauseMs) // the form waits for the word
        else reopen(editor, answer.value)
      } else if (!hasUnsaved(editor) && !isSame(editor, answer.value)) editor.replace(answer.value, changedElsewhere)
    }
    // in an idle moment: most changes are this page's own, and a person goes on typing
    const end = on('store.changed', () => {
      clearTimeout(timer)
      timer = setTimeout(() => requestIdleCallback(() => void follow(), { timeout: pauseMs }), pauseMs)
    })
    return () => {
      isShown = false
      clearTimeout(timer)
      end()
    }
  }, [editor])
}
