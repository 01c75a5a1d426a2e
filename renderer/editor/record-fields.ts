/** Two records field by field: what differs between a version and now, with the field's name as the form prints it. */
import type { Layout } from '../../shared/layout/layout.ts'
import { readField } from '../../shared/model/field-path.ts'
import type { ProjectRecord } from '../../shared/model/project.ts'

export interface FieldChange {
  path: string
  name: string
  /** Text in the version, and now. */
  was: string
  is: string
}

/** Every text of a record by its path. */
export function recordFields(record: ProjectRecord): Map<string, string> {
  const fields = new Map<string, string>()
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string') fields.set(path, value)
    else if (Array.isArray(value)) value.forEach((one, index) => walk(one, `${path}[${index}]`))
    else if (typeof value === 'object' && value !== null) {
      for (const [key, one] of Object.entries(value)) walk(one, path === '' ? key : `${path}.${key}`)
    }
  }
  walk(record, '')
  return fields
}

export function fieldChanges(version: ProjectRecord, present: ProjectRecord, layout: Layout): FieldChange[] {
  const names = new Map(layout.cells.flatMap((cell) => (cell.binding ? [[cell.binding.path, cell.name] as const] : [])))
  const before = recordFields(version)
  const after = recordFields(present)
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((path) => ({ path, name: fieldName(path, names), was: before.get(path) ?? '', is: after.get(path) ?? '' }))
    .filter(({ was, is }) => was !== is)
}

const plainNames: Record<string, string> = {
  category: '一级指标',
  subcategory: '二级指标',
  name: '三级指标',
  description: '指标描述',
  termTarget: '实施周期指标值',
  target: '指标值',
  basis: '依据',
  lastActual: '上年完成值',
  weight: '权重',
  scoring: '赋分规则',
  evidence: '佐证资料',
}

function fieldName(path: string, names: ReadonlyMap<string, string>): string {
  const indicator = /^indicators\[(\d+)\]\.(.+)$/.exec(path)
  if (!indicator) return names.get(path) ?? (path.startsWith('extra.') ? path.slice('extra.'.length) : path)
  const [, index, field = ''] = indicator
  const column = [...names].find(([known]) => known.startsWith('indicators[') && known.endsWith(`].${field}`))?.[1]
  return `第 ${Number(index) + 1} 个指标 ${column ?? plainNames[field] ?? field.replace('extra.', '')}`
}

/** Whether one field of a version can be put back alone: the record still has its place. */
export function canRestoreField(present: ProjectRecord, path: string): boolean {
  const index = /^indicators\[(\d+)\]/.exec(path)?.[1]
  if (index !== undefined && Number(index) >= present.indicators.length) return false
  try {
    readField(present, path)
    return true
  } catch {
    return false // the path leads into something this record does not have
  }
}
