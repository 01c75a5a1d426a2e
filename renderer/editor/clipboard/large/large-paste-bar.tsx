/** The bar over the sheet while a large clipboard is read: how far it is, and giving it up. */
import Button from 'antd/es/button'
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { endLargePaste, giveUpPaste, largePaste } from './large-paste.ts'
import type { TableEditor } from '../../table/table-editor.ts'

export interface LargePasteBarProps {
  editor: TableEditor
  focusSheet: () => void
}

export function LargePasteBar({ editor, focusSheet }: LargePasteBarProps): ReactNode {
  const running = useStore(largePaste, (state) => state.running)
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- a table that is left takes no paste
  useEffect(() => () => void endLargePaste(), [editor])
  if (running?.view.editor !== editor) return null
  const giveUp = () => {
    giveUpPaste()
    focusSheet()
  }
  return (
    <div className="quiet-bar" role="status" aria-label="正在粘贴">
      <span>正在读取剪贴板，读完再写进表格…</span>
      <progress className="grow" max={100} value={running.percent} aria-label="粘贴进度" />
      <Button size="small" onClick={giveUp}>
        取消
      </Button>
    </div>
  )
}
