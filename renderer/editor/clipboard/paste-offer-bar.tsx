/** The quiet bar over the sheet after a whole form was pasted: taken in as a whole, or left as cells. */
import Button from 'antd/es/button'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { say } from '../../shell/notify.ts'
import { acceptOffer, declineOffer, pasteOffer } from './paste-offer.ts'
import type { PasteOffer } from './paste-offer.ts'
import type { TableEditor } from '../table/table-editor.ts'

export interface PasteOfferBarProps {
  editor: TableEditor
  focusSheet: () => void
}

export function PasteOfferBar({ editor, focusSheet }: PasteOfferBarProps): ReactNode {
  const offer = useStore(pasteOffer, (state) => state.offer)
  if (offer?.view.editor !== editor) return null
  const accept = () => {
    acceptOffer(offer)
    say('已整体导入，可以撤销。')
    focusSheet()
  }
  const decline = () => {
    declineOffer()
    focusSheet()
  }
  return (
    <div className="quiet-bar" role="status" aria-label="整体导入">
      <span className="grow">{offerText(offer)}</span>
      <Button size="small" type="primary" onClick={accept}>
        整体导入
      </Button>
      <Button size="small" onClick={decline}>
        只要单元格
      </Button>
    </div>
  )
}

function offerText({ pasted }: PasteOffer): string {
  const [first] = pasted
  const what =
    pasted.length > 1
      ? `${pasted.length} 个项目`
      : `“${first?.project.name ?? ''}”，${first?.indicators.length ?? 0} 个指标`
  return `粘贴的像一张完整的表（${what}）。整体导入会用它代替这张表现在的内容，可以撤销。`
}
