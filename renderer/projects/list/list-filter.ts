/** Which projects the list shows: search over what a row prints (text, pinyin, initials), full-text hits of the store, filters. */
import { inNaturalOrder } from '../../../shared/values/text/natural-order.ts'
import { foldForSearch } from '../../../shared/values/text/normalize.ts'
import type { ProjectSummary } from '../../../shared/model/stored/projects.ts'
import type { Severity } from '../../../shared/model/problem.ts'
import { normalAnswers, searchWords } from '../../ui/search-text.ts'

export interface ListFilter {
  search: string
  /** 所属年度; '': 年度未定. */
  year: string | null
  unit: string | null
  template: string | null
  /** Projects with a finding of this severity, or without any. */
  findings: Severity | 'none' | null
  /** These alone, by id: what a step has made. */
  only: ReadonlySet<string> | null
}

export const noFilter: ListFilter = { search: '', year: null, unit: null, template: null, findings: null, only: null }

export function filterProjects(projects: readonly ProjectSummary[], filter: ListFilter): ProjectSummary[] {
  const words = searchWords(filter.search)
  return projects.filter(
    (project) => passes(project, filter) && (words.length === 0 || normalAnswers(searchable(project), words)),
  )
}

/**
 * Adds what the store's full-text search found besides, in the order of `projects`; the same list where that is nothing, so that nothing is drawn
 * again. `hits`: ids; null while the store has not answered.
 */
export function addHits(
  shown: ProjectSummary[],
  projects: readonly ProjectSummary[],
  filter: ListFilter,
  hits: ReadonlySet<string> | null,
): ProjectSummary[] {
  if (!hits || hits.size === 0) return shown
  const present = new Set(shown)
  const all = projects.filter((project) => present.has(project) || (hits.has(project.id) && passes(project, filter)))
  return all.length === shown.length ? shown : all
}

const passes = (project: ProjectSummary, filter: ListFilter): boolean =>
  (filter.only === null || filter.only.has(project.id)) &&
  (filter.year === null || project.fiscalYear === filter.year) &&
  (filter.unit === null || project.unitName === filter.unit) &&
  (filter.template === null || project.template === filter.template) &&
  (filter.findings === null || hasFindings(project, filter.findings))

const hasFindings = ({ findings }: ProjectSummary, wanted: Severity | 'none'): boolean =>
  wanted === 'none' ? findings.error + findings.warning + findings.hint === 0 : findings[wanted] > 0

/** A row's text is made once: the list keeps its objects until the store changes. */
const texts = new WeakMap<ProjectSummary, string>()

function searchable(project: ProjectSummary): string {
  const known = texts.get(project)
  if (known !== undefined) return known
  const { projectName, unitName, projectCode, unitCode, fiscalYear } = project
  const year = fiscalYear === '' ? '年度未定' : fiscalYear
  const text = foldForSearch(`${projectName} ${unitName} ${projectCode} ${unitCode} ${year}`)
  texts.set(project, text)
  return text
}

/** The distinct values of one column, for its filter. */
export function distinct(
  projects: readonly ProjectSummary[],
  column: 'fiscalYear' | 'unitName' | 'template',
): string[] {
  return inNaturalOrder([...new Set(projects.map((project) => project[column]))], (value) => value)
}
