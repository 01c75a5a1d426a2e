/** Which project of a list form is meant; '' on the other forms. */
import type { TableEditor } from '../table/table-editor.ts'

export function projectLabel(editor: TableEditor, record: number): string {
  if (editor.template.scope !== 'unit') return ''
  const name = editor.records()[record]?.project.name.trim() ?? ''
  return name === '' ? `第 ${record + 1} 个项目（还没有名称）` : name
}
