/** When a text counts as not filled in. */
export const isBlank = (text: string): boolean => text.trim() === ''

/** Stars, crosses, dashes and dots that stand for something still to be written. A single `-` or `/` may be meant. */
export const isPlaceholder = (text: string): boolean => /^[\s*＊xX×_＿…·.。—－]{2,}$|^[*＊×]$/u.test(text.trim())
