/** Every text of a record by its field path (field-path.ts), in the order of the record. */
import type { ProjectRecord } from './project.ts'

export function textPaths(record: ProjectRecord): [path: string, text: string][] {
  return textsIn(record, '')
}

function textsIn(value: unknown, path: string): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]]
  if (Array.isArray(value)) return value.flatMap((part, index) => textsIn(part, `${path}[${index}]`))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) => textsIn(part, path === '' ? name : `${path}.${name}`))
}
