/** The last touches on a record: its year, and nothing of the form's own print on a form nobody filled in. */
import type { ProjectRecord } from '../model/project.ts'
import type { Template } from '../templates/template.ts'
import { yearOf } from './lines/title-lines.ts'
import type { TitleLines } from './lines/title-lines.ts'

export function finish(record: ProjectRecord, titles: TitleLines, template: Template | null): ProjectRecord {
  if (template && !template.defaults.printsYear) record.year = ''
  else record.year ||= yearOf(titles, record.project.name)
  return isBlankForm(record) ? withoutPrint(record) : record
}

/** Nobody filled anything in: boxes to tick and the like are the form's own print. */
function isBlankForm(record: ProjectRecord): boolean {
  return (
    [record.unit.name, record.project.name, record.goal.annual, record.goal.term, record.funding.total].every(
      (text) => text === '',
    ) && record.indicators.length === 0
  )
}

function withoutPrint(record: ProjectRecord): ProjectRecord {
  const extra = Object.entries(record.extra).filter(([, text]) => !/□/u.test(text) || /[☑√■✓]/u.test(text))
  return { ...record, extra: Object.fromEntries(extra) }
}
