/** Whether the project of this id is in the table, as saved last. */
import type { TableEditor } from './table-editor.ts'

export const holds = (editor: TableEditor, id: string | undefined): boolean =>
  [...editor.autosave.book().values()].some((saved) => saved.id === id)
