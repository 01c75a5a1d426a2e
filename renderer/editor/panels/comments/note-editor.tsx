/**
 * The field a note is written in, inside the panel. Ctrl+Enter, Ctrl+S or leaving it keeps the text, Esc gives the old one back;
 * a key goes back to where one came from. The text itself is in note-draft.ts at every letter.
 */
import { useLayoutEffect, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { closeNote, keepNote, noteDraft } from '../../commands/note-draft.ts'
import type { NoteTarget } from '../../commands/note-draft.ts'

/** Characters; the store takes more. */
const longestNote = 10_000

export interface NoteEditorProps {
  target: NoteTarget
  label: string
  placeholder: string
  focusSheet: () => void
}

export function NoteEditor({ target, label, placeholder, focusSheet }: NoteEditorProps): ReactNode {
  const field = useRef<HTMLTextAreaElement>(null)
  const [text] = useState(() => noteDraft.getState().draft?.text ?? '')
  const from = useRef<Element | null>(null)
  useLayoutEffect(() => {
    if (document.activeElement !== document.body) from.current = document.activeElement
    field.current?.focus()
    field.current?.setSelectionRange(text.length, text.length)
  }, [text])
  const isOpen = () => noteDraft.getState().draft?.target === target
  const close = (isKept: boolean) => {
    closeNote(isKept)
    if (from.current instanceof HTMLElement && from.current.isConnected) from.current.focus({ preventScroll: true })
    else focusSheet()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    const isKept = (event.key === 'Enter' || event.key === 's') && (event.ctrlKey || event.metaKey)
    if (!isKept && event.key !== 'Escape') return
    event.preventDefault()
    close(isKept)
  }
  return (
    <div className="note-editor">
      <textarea
        ref={field}
        rows={3}
        maxLength={longestNote}
        aria-label={label}
        placeholder={placeholder}
        defaultValue={text}
        spellCheck={false}
        onInput={(event) => keepNote(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        // another window in front is no leaving: one comes back to the same field
        onBlur={() => document.hasFocus() && isOpen() && closeNote(true)}
      />
      <span className="muted note-keys">Ctrl+Enter 保存，Esc 取消</span>
    </div>
  )
}
