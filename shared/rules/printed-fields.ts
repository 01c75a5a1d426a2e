/** Which fields a form prints: only those can be asked of the person who fills it in. */
import { columnPath, indicatorsPath } from '../model/field-path.ts'
import type { Template } from '../templates/template.ts'

/** Paths of all bound fields; a field of an indicator as `indicators[].target`; a packed list prints what it packs. */
export function printedFields(template: Template): Set<string> {
  const paths = new Set<string>()
  for (const block of template.blocks) {
    if (block.type === 'rows') {
      for (const row of block.rows)
        for (const cell of row.cells) if ('path' in cell.content) add(paths, cell.content.path)
    } else if (block.type === 'projects') for (const column of block.columns) add(paths, column.path)
    else for (const column of block.columns) paths.add(columnPath(column.path))
  }
  return paths
}

function add(paths: Set<string>, path: string): void {
  if (path === 'unit') for (const part of ['unit.code', 'unit.name']) paths.add(part)
  else if (path === indicatorsPath)
    for (const part of ['category', 'subcategory', 'name', 'termTarget', 'target']) paths.add(columnPath(part))
  else paths.add(path)
}
