/**
 * The one textarea of a sheet. Always focused, always over the active cell, nearly invisible while selecting. Letters
 * reach it as the browser and the input method send them: editing begins on `input` or `compositionstart`, never on
 * keydown (platform.md lists the eight rules and why).
 */
import { useLayoutEffect, useRef, useState } from 'react'
import type { ClipboardEvent, KeyboardEvent, ReactNode, RefObject } from 'react'
import { useStore } from 'zustand'
import type { ActionContext } from '../actions/actions.ts'
import { cellLabel, wholeRowsLabel } from './cell-label.ts'
import { pageFrom } from './page-from.ts'
import { copySelection, pasteTexts } from '../clipboard/clipboard-events.ts'
import { maximumText } from '../../../shared/model/check-parts.ts'
import { levelRows } from '../commands/rows/level-rows.ts'
import { pressKey } from '../actions/press-key.ts'
import { beginEditing, commitCell, keepTyping, restoreCell } from '../commands/sheet-commands.ts'
import { pastedText } from '../clipboard/read/pasted-text.ts'
import { viewComment } from '../view/view-comment.ts'
import { activeCell, fieldText } from '../view/sheet-view.ts'
import type { SheetView } from '../view/sheet-view.ts'
import { cellAt, isInput } from '../grid/sheet-map.ts'
import { hasChoices } from '../commands/suggestions.ts'
import { hasRoomFor, sayFull, sayTooLong } from './cell-room.ts'
import { sayReadOnly } from './say-read-only.ts'
import { SuggestionList } from './suggestion-list.tsx'
import { useCellChoices } from './use-cell-choices.ts'

export interface CellInputProps {
  view: SheetView
  inputRef: RefObject<HTMLTextAreaElement | null>
  textStyle: React.CSSProperties
  context: ActionContext
  openPacked: (() => void) | null
}

export function CellInput({ view, inputRef, textStyle, context, openPacked }: CellInputProps): ReactNode {
  const editing = useStore(view.state, (state) => state.editing)
  const cell = useStore(view.state, ({ sheet, selection }) => cellAt(sheet, selection.anchor))
  const comment = cell ? viewComment(view, cell) : ''
  const wholeRows = useStore(view.state, ({ selection }) => wholeRowsLabel(selection))
  const composing = useRef(false)
  const [isComposing, setComposing] = useState(false)
  const { shown, chosen, take, press } = useCellChoices(view, cell, editing, isComposing)
  const compose = (is: boolean) => {
    composing.current = is
    setComposing(is)
  }
  const mode = editing?.mode ?? 'selecting'
  const listId = `${view.name}-choices`

  // The textarea holds the open text, and nothing while selecting: what arrives then is what was just typed.
  useLayoutEffect(() => {
    const input = inputRef.current
    const text = editing?.text ?? ''
    if (input && !composing.current && input.value !== text) {
      input.value = text
      // choices that were asked for replace the text when one types on
      const isAsked = editing?.mode === 'editing' && editing.listOpen
      input.setSelectionRange(isAsked ? 0 : text.length, text.length)
    }
  }, [editing, inputRef])

  const isOpened = mode === 'editing'
  useLayoutEffect(() => {
    if (isOpened) inputRef.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' }) // F2 on a cell out of sight
  }, [isOpened, inputRef])

  const begin = () => {
    if (view.state.getState().editing) return
    beginEditing(view, 'typing')
  }
  /** `isUndone`: by the browser's own undo, which has taken all of what was typed back. */
  const onInput = (isUndone = false) => {
    const input = inputRef.current
    if (!input) return
    begin()
    if (!view.state.getState().editing) {
      if (composing.current) return
      if (input.value !== '') sayReadOnly(cell)
      input.value = ''
      return
    }
    if (input.value.length >= maximumText) sayFull()
    if (isUndone && input.value === '' && mode === 'typing') restoreCell(view)
    else keepTyping(view, input.value)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (press(event)) return
    const parts = {
      context,
      input: inputRef.current,
      openPacked,
      pageFrom: (row: number, by: 1 | -1) => pageFrom(inputRef.current, row, by),
    }
    if (pressKey(view, event, parts)) event.preventDefault()
  }
  const onClipboard = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const isPaste = event.type === 'paste'
    const isOpen = view.state.getState().editing !== null
    if (isOpen && !isPaste) return
    event.preventDefault()
    const read = (type: string) => event.clipboardData.getData(type)
    if (isPaste && isOpen) {
      const text = pastedText(read('text/html'), read('text/plain'))
      if (!hasRoomFor(event.currentTarget, text)) return sayTooLong(text)
      // what the browser itself would do, so that its own undo inside the text stays
      document.execCommand('insertText', false, text)
    } else if (isPaste) pasteTexts(view, read('text/html'), read('text/plain'))
    else copySelection(view, event.clipboardData, event.type === 'cut')
  }
  return (
    <>
      <textarea
        ref={inputRef}
        className="open-cell"
        data-mode={mode}
        style={textStyle}
        aria-label={
          wholeRows +
          cellLabel(cell, editing ? '正在填写' : cell ? fieldText(view, cell) : '', levelRows(view), comment)
        }
        aria-haspopup={hasChoices(cell) ? 'listbox' : undefined}
        aria-controls={hasChoices(cell) ? listId : undefined}
        aria-autocomplete={hasChoices(cell) ? 'list' : undefined}
        aria-activedescendant={chosen >= 0 && shown.length > 0 ? `${listId}-${chosen}` : undefined}
        aria-multiline={isInput(cell) && !cell.list ? true : undefined}
        spellCheck={false}
        autoComplete="off"
        wrap="soft"
        maxLength={maximumText}
        onKeyDown={onKeyDown}
        onInput={({ nativeEvent }) =>
          onInput(nativeEvent instanceof InputEvent && nativeEvent.inputType === 'historyUndo')
        }
        onCompositionStart={() => {
          compose(true)
          begin()
        }}
        onCompositionEnd={(event) => {
          compose(false)
          onInput()
          const before = view.state.getState().editing
          if (before?.mode === 'typing' && event.currentTarget.value === '') view.state.setState({ editing: null })
          if (!isInput(activeCell(view))) event.currentTarget.value = ''
        }}
        onCopy={onClipboard}
        onCut={onClipboard}
        onPaste={onClipboard}
        // an open text has the system's menu, the cells have ours
        onContextMenu={(event) => {
          if (view.state.getState().editing) event.stopPropagation()
        }}
        onBlur={() => {
          compose(false)
          commitCell(view)
        }}
      />
      <SuggestionList
        id={listId}
        label={`${cell?.name ?? ''}可选内容`}
        choices={shown}
        chosen={chosen}
        onChoose={take}
      />
    </>
  )
}
