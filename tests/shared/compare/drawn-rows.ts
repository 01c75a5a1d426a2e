/**
 * Records and differences drawn as short texts. A row is its name and its weight: `甲10`; `-` stands for a row without a
 * name; levels stand before a slash: `产出/甲10`. A difference is drawn with + for a row that came, × for one that went, ↕
 * for one that was moved (from → to, counted from 0) and the path of a text with what it was and is.
 */
import type { Change } from '../../../shared/compare/change.ts'
import { emptyIndicator, emptyRecord } from '../../../shared/model/project.ts'
import type { Indicator, ProjectRecord } from '../../../shared/model/project.ts'

export function drawnRow(text: string): Indicator {
  const [, level = '', name = '', weight = ''] = /^(?:(.*)\/)?(.*?)(\d*)$/u.exec(text) ?? []
  return { ...emptyIndicator(), category: level, name: name === '-' ? '' : name, weight }
}

export const drawnRecord = (rows: string): ProjectRecord => ({
  ...emptyRecord(),
  indicators: rows
    .split(' ')
    .filter((text) => text !== '')
    .map(drawnRow),
})

export const shownRows = ({ indicators }: ProjectRecord): string =>
  indicators
    .map(({ category, name, weight }) => `${category === '' ? '' : `${category}/`}${name === '' ? '-' : name}${weight}`)
    .join(' ')

const place = (path: string): string => path.replace(/^indicators\[(\d+)\].*$/u, '$1')

export function shownChange(change: Change): string {
  switch (change.kind) {
    case 'added':
      return `+${place(change.path)}${change.to}`
    case 'removed':
      return `×${place(change.path)}${change.from}`
    case 'moved':
      return `↕${place(change.fromPath)}→${place(change.path)}${change.to}`
    default:
      return `${change.path} ${change.from}→${change.to}`
  }
}

export const shownChanges = (changes: readonly Change[]): string[] => changes.map(shownChange)
