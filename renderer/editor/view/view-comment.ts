/** What was said about a cell of a view, for the status line and for screen readers; '' where nothing was. */
import type { LayoutCell } from '../../../shared/layout/layout.ts'
import { commentOf, pinnedComments } from '../grid/comments.ts'
import type { SheetView } from './sheet-view.ts'

export const viewComment = (view: SheetView, cell: LayoutCell): string =>
  commentOf(cell, pinnedComments(view.editor.entries(), view.offset()))
