/** What was being typed into a cell that was taken away elsewhere, or could not hold it, is given back to the person: said, with a button to copy it. */
import Button from 'antd/es/button'
import { useEffect } from 'react'
import { say, sayWarning, showNote } from '../shell/notify.ts'
import { copyText } from '../ui/copy-text.ts'
import type { SheetView } from './view/sheet-view.ts'

/** Until it is answered: it is the only place where the text still is. */
const untilAnswered = 0

export function useHomelessText(view: SheetView): void {
  useEffect(
    () =>
      view.state.subscribe(({ homeless }, before) => {
        if (homeless === null || homeless === before.homeless || homeless.text.trim() === '') return
        const { name, text, isTooMuch } = homeless
        const copy = () => {
          if (copyText(text)) say('已复制。')
          else sayWarning('没有复制成功，请选中文字后按 Ctrl+C。')
        }
        const close = showNote(
          <span className="homeless-note">
            {isTooMuch ? `“${name}”放不下` : `正在填写的“${name}”已在别处删除`}，这段内容没有写进表里：“
            <span className="homeless-text">{text}</span>”
            <Button type="link" size="small" onClick={copy}>
              复制
            </Button>
            <Button type="link" size="small" onClick={() => close()}>
              关闭
            </Button>
          </span>,
          untilAnswered,
          () => undefined,
        )
      }),
    [view],
  )
}
