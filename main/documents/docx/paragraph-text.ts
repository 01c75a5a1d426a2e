/**
 * The text of the paragraphs that are open, one in another where a text box stands inside: what of it counts. Hidden runs,
 * the code of a field and the prompt of an empty control are no text; a paragraph whose mark was deleted goes on in the next.
 */

interface Paragraph {
  text: string
  markDeleted: boolean
}

export interface ParagraphText {
  open: () => void
  /** The text of the innermost; null where it goes on in the next one. */
  close: () => string | null
  add: (text: string) => void
  /** Tracked: its mark is deleted, not its text. */
  markDeleted: () => void
  /** A run, or the end of one, is never hidden; `hide` says so of the open one. */
  run: () => void
  hide: (isHidden: boolean) => void
  /** `type` of a w:fldChar: between `begin` and `separate` stands the field's code. */
  field: (type: string | undefined) => void
  openControl: () => void
  closeControl: () => void
  /** The open control shows only its prompt (单击此处输入文字). */
  prompt: (isPrompt: boolean) => void
  /** What still waits for a next paragraph at the end of the document. */
  left: () => string
}

export function createParagraphText(): ParagraphText {
  const paragraphs: Paragraph[] = []
  /** One entry an open field: whether its code (not its result) is being read. */
  const fields: boolean[] = []
  /** One entry an open w:sdt. */
  const prompts: boolean[] = []
  let hidden = false
  let carried = ''
  return {
    open() {
      paragraphs.push({ text: carried, markDeleted: false })
      carried = ''
    },
    close() {
      const paragraph = paragraphs.pop()
      if (!paragraph) return null
      if (!paragraph.markDeleted) return paragraph.text
      carried = paragraph.text
      return null
    },
    add(text) {
      const paragraph = paragraphs.at(-1)
      if (paragraph && !hidden && !fields.includes(true) && !prompts.includes(true)) paragraph.text += text
    },
    markDeleted() {
      const paragraph = paragraphs.at(-1)
      if (paragraph) paragraph.markDeleted = true
    },
    run: () => void (hidden = false),
    hide: (isHidden) => void (hidden = isHidden),
    field(type) {
      if (type === 'begin') fields.push(true)
      else if (type === 'separate') setLast(fields, false)
      else if (type === 'end') fields.pop()
    },
    openControl: () => void prompts.push(false),
    closeControl: () => void prompts.pop(),
    prompt: (isPrompt) => setLast(prompts, isPrompt),
    left: () => carried,
  }
}

function setLast(list: boolean[], is: boolean): void {
  if (list.length > 0) list[list.length - 1] = is
}
