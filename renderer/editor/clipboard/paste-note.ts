/** What is said after a paste: nothing when all of it found its place without new rows. */
import type { PasteOutcome } from './paste-plan.ts'

export interface PasteNote {
  text: string
  isWarning: boolean
}

/** `outsideLines`: lines of text around the pasted table, which belong to no cell. */
export function pasteNote(outcome: PasteOutcome, outsideLines: number): PasteNote | null {
  const note = noteOf(outcome, outsideLines)
  return note && outcome.sourceStays ? { ...note, text: `${note.text}剪切的内容还在原处。` } : note
}

function noteOf({ placed, unplaced, addedRows, packed }: PasteOutcome, outsideLines: number): PasteNote | null {
  if (packed) {
    return {
      text: '没有粘贴：这一格装着一个项目的全部指标，请按 F2 展开成指标表，再粘贴到它的行里。',
      isWarning: true,
    }
  }
  if (placed === 0 && unplaced > 0) {
    return { text: `没有粘贴：这里的 ${unplaced} 个单元格是表样文字或放不下。`, isWarning: true }
  }
  const added = addedRows > 0 ? `，增加了 ${addedRows} 行` : ''
  const around = outsideLines > 0 ? `表格以外的 ${outsideLines} 行文字没有粘贴。` : ''
  if (unplaced > 0) {
    const lost = `有 ${unplaced} 个放不下或遇到不能修改的单元格，没有粘贴。`
    return { text: `已粘贴 ${placed} 个单元格${added}；${lost}${around}`, isWarning: true }
  }
  if (around !== '') return { text: `已粘贴 ${placed} 个单元格${added}；${around}`, isWarning: true }
  return added === '' ? null : { text: `已粘贴 ${placed} 个单元格${added}。`, isWarning: false }
}
