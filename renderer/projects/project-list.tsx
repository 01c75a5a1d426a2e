/** The list with its bar: search, filters, what can be done with the selected projects. */
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { cutText } from '../../shared/model/whole-text.ts'
import type { ProjectSummary } from '../../shared/model/stored/projects.ts'
import { call } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { noteChosenProjects } from '../ui/chosen-projects.ts'
import { useFirstPageIsShown } from '../shell/first-page.ts'
import { lazyPart } from '../ui/lazy-part.tsx'
import { chooseFiles } from '../files/take-files.ts'
import { useKeptFilter } from './list/kept-filter.ts'
import { addHits, filterProjects, noFilter } from './list/list-filter.ts'
import type { ListFilter } from './list/list-filter.ts'
import { keptPlace } from './kept-place.ts'
import { inOrder } from './list/list-order.ts'
import { showAllProjects, useShownProjects } from '../steps/shown-projects.ts'
import { ProjectTable } from './list/project-table.tsx'
import { SearchField } from './list/search-field.tsx'
import { SelectionBar } from './selection-bar.tsx'
import './projects.css'

/** Drawn as they will look until they are loaded. */
const waitingFilters = ['年度', '单位', '表样', '问题'].map((label) => (
  <span key={label} className="project-filter filter-waiting">
    全部{label}
  </span>
))
const OutsideReminder = lazyPart(async () => (await import('./outside-reminder.tsx')).OutsideReminder)
const ListFilters = lazyPart(async () => (await import('./list/list-filters.tsx')).ListFilters, waitingFilters)

/** The contract's limit. */
const longestSearch = 200

export interface ProjectListProps {
  projects: readonly ProjectSummary[]
  create: () => void
  openBin: () => void
}

export function ProjectList({ projects, create, openBin }: ProjectListProps): ReactNode {
  const [kept, setFilter] = useKeptFilter()
  const only = useShownProjects(({ ids }) => ids)
  const filter = useMemo(() => (only === null ? kept : { ...noFilter, only }), [kept, only])
  const [order, setOrder] = useState(keptPlace.order)
  useEffect(() => void (keptPlace.order = order), [order])
  const [selected, setSelected] = useState<string[]>([])
  const hits = useFullText(filter.search)
  const settled = useDeferredValue(filter)
  const ordered = useMemo(() => inOrder(projects, order), [projects, order])
  const found = useMemo(() => filterProjects(ordered, settled), [ordered, settled])
  const shown = useMemo(() => addHits(found, ordered, settled, hits), [found, ordered, settled, hits])
  const chosen = useMemo(() => {
    if (selected.length === 0) return selected
    const present = new Set(projects.map(({ id }) => id))
    return selected.filter((id) => present.has(id))
  }, [projects, selected])
  useEffect(() => noteChosenProjects(chosen), [chosen])
  const change = useCallback(
    (part: Partial<ListFilter>) => {
      showAllProjects() // a choice of the person's own begins with all
      setFilter((value) => ({ ...(only === null ? value : noFilter), ...part }))
    },
    [only, setFilter],
  )
  const showAll = useCallback(() => {
    showAllProjects()
    setFilter(noFilter)
  }, [setFilter])
  const isShown = useFirstPageIsShown()
  const { year, unit, template, findings } = filter
  const undated = useMemo(() => projects.filter(({ fiscalYear }) => fiscalYear === '').length, [projects])
  const showUndated = useCallback(() => change({ ...noFilter, year: '' }), [change])
  const filters = useMemo(
    () => (isShown ? <ListFilters {...{ projects, year, unit, template, findings, change }} /> : waitingFilters), // not for every letter of a search
    [isShown, projects, year, unit, template, findings, change],
  )
  return (
    <>
      <header className="page-bar">
        <h1>项目</h1>
        <SearchField value={filter.search} change={(search) => change({ search })} />
        {filters}
        <span className="grow" />
        <Button look="primary" onClick={create}>
          新建
        </Button>
        <Button onClick={() => void chooseFiles()}>导入</Button>
        <Button onClick={openBin}>回收站</Button>
      </header>
      {isShown && <OutsideReminder />}
      <SelectionBar
        projects={projects}
        shown={shown.length}
        chosen={chosen}
        choose={setSelected}
        undated={year === '' ? 0 : undated}
        showUndated={showUndated}
      />
      <ProjectTable
        shown={shown}
        order={order}
        setOrder={setOrder}
        chosen={chosen}
        choose={setSelected}
        filter={settled}
        showAll={showAll}
      />
    </>
  )
}

/** What the store's full-text search finds: words anywhere in the records, not only in the row. */
function useFullText(search: string): ReadonlySet<string> | null {
  const [hits, setHits] = useState<{ text: string; ids: ReadonlySet<string> } | null>(null)
  const text = search.trim()
  useEffect(() => {
    if (text === '') return undefined
    let isCurrent = true
    const timer = setTimeout(() => {
      void call('projects.search', { text: cutText(text, longestSearch) }).then((answer) => {
        if (isCurrent && answer.ok) setHits({ text, ids: new Set(answer.value) })
      })
    }, 80)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [text])
  return hits?.text === text ? hits.ids : null
}
