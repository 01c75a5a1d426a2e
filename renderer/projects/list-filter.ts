/** Which projects the list shows: search over what a row prints (text, pinyin, initials), full-text hits of the store, filters. */
import type { ProjectSummary } from '../../shared/ipc/types.ts'
import { answersSearch } from '../ui/search-text.ts'

export interface ListFilter {
  search: string
  year: string | null
  unit: string | null
  template: string | null
}

export const noFilter: ListFilter = { search: '', year: null, unit: null, template: null }

/** `hits`: ids the store's full-text search found for the same text; null while it has not answered. */
export function filterProjects(
  projects: readonly ProjectSummary[],
  filter: ListFilter,
  hits: ReadonlySet<string> | null,
): ProjectSummary[] {
  const search = filter.search.trim()
  return projects.filter(
    (project) =>
      (filter.year === null || project.year === filter.year) &&
      (filter.unit === null || project.unitName === filter.unit) &&
      (filter.template === null || project.template === filter.template) &&
      (search === '' || hits?.has(project.id) === true || answersSearch(searchable(project), search)),
  )
}

const searchable = (project: ProjectSummary): string =>
  `${project.projectName} ${project.unitName} ${project.projectCode} ${project.unitCode}`

/** The distinct values of one column, for its filter. */
export function distinct(projects: readonly ProjectSummary[], column: 'year' | 'unitName' | 'template'): string[] {
  const collator = new Intl.Collator('zh-CN-u-co-pinyin')
  return [...new Set(projects.map((project) => project[column]))].toSorted(collator.compare)
}
