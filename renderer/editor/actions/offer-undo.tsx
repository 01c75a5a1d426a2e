/** The quiet note after a deletion: what was deleted, and a button that brings it back. It goes with the next change. */
import Button from 'antd/es/button'
import { showNote } from '../../shell/notify.ts'
import type { TableEditor } from '../table/table-editor.ts'

const shownSeconds = 12

/** `undo` is run only while the deletion is still the last change. */
export function offerUndo(editor: TableEditor, text: string, undo: () => void): void {
  const close = showNote(
    <>
      {text}
      <Button
        type="link"
        size="small"
        // the sheet keeps the focus, so that typing goes on where it was
        onMouseDown={(event) => event.preventDefault()}
        onClick={undo}
      >
        撤销
      </Button>
    </>,
    shownSeconds,
    () => end(),
  )
  const end = editor.state.subscribe((now, before) => {
    if (now.history.present === before.history.present) return
    end()
    close()
  })
}
