/** What a person wrote, inside a message: long text is cut, since the cell it stands in is named beside it. */
import { shortened } from '../model/whole-text.ts'

const longest = 30

/** “原文”, by characters as people count them; what is cut off is marked by …. */
export const quoted = (text: string): string => `“${shortened(text, longest)}”`
