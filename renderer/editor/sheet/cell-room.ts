/** How much a cell holds: as much as a record can keep (model/check.ts), so that no single cell keeps its table from being saved. */
import { maximumText } from '../../../shared/model/check-parts.ts'
import { sayWarning } from '../../shell/notify.ts'

/** Whether a text fits into the open cell in the place of what is selected in it. */
export function hasRoomFor({ value, selectionStart, selectionEnd }: HTMLTextAreaElement, text: string): boolean {
  return value.length - (selectionEnd - selectionStart) + text.length <= maximumText
}

export const sayTooLong = (text: string): void =>
  sayWarning(`没有粘贴：要粘贴的有 ${text.length} 个字，一格最多 ${maximumText} 个字。`)

export const sayFull = (): void => sayWarning(`这一格已有 ${maximumText} 个字，满了，不能再多。`)
