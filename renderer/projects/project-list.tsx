/** The list with its bar: search, filters, what can be done with the selected projects. */
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import Select from 'antd/es/select'
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import type { ProjectSummary } from '../../shared/ipc/types.ts'
import { call } from '../api.ts'
import { noteChosenProjects } from '../ui/chosen-projects.ts'
import { chooseFiles } from '../ui/take-files.ts'
import { useKeptFilter } from './kept-filter.ts'
import { addHits, distinct, filterProjects, noFilter } from './list-filter.ts'
import type { ListFilter } from './list-filter.ts'
import { templateName } from './project-columns.tsx'
import { ProjectTable } from './project-table.tsx'
import { SelectionBar } from './selection-bar.tsx'
import './projects.css'

export interface ProjectListProps {
  projects: readonly ProjectSummary[]
  create: () => void
  openBin: () => void
}

export function ProjectList({ projects, create, openBin }: ProjectListProps): ReactNode {
  const [filter, setFilter] = useKeptFilter()
  const [selected, setSelected] = useState<string[]>([])
  const hits = useFullText(filter.search)
  const settled = useDeferredValue(filter)
  const found = useMemo(() => filterProjects(projects, settled), [projects, settled])
  const shown = useMemo(() => addHits(found, projects, settled, hits), [found, projects, settled, hits])
  const chosen = useMemo(() => {
    const present = new Set(projects.map(({ id }) => id))
    return selected.filter((id) => present.has(id))
  }, [projects, selected])
  useEffect(() => noteChosenProjects(chosen), [chosen])
  const years = useMemo(() => distinct(projects, 'year'), [projects])
  const units = useMemo(() => distinct(projects, 'unitName'), [projects])
  const forms = useMemo(() => distinct(projects, 'template'), [projects])
  const showAll = useCallback(() => setFilter(noFilter), [setFilter])
  const change = (part: Partial<ListFilter>) => setFilter((value) => ({ ...value, ...part }))
  return (
    <>
      <header className="page-bar">
        <h1>项目</h1>
        <Input.Search
          className="project-search"
          aria-label="搜索项目"
          placeholder="搜索：文字、拼音或首字母"
          allowClear
          value={filter.search}
          onChange={(event) => change({ search: event.target.value })}
        />
        <Filter
          label="年度"
          all="全部年度"
          value={filter.year}
          choices={years}
          name={(year) => year || '（未填）'}
          pick={(year) => change({ year })}
        />
        <Filter
          label="单位"
          all="全部单位"
          value={filter.unit}
          choices={units}
          name={(unit) => unit || '（未填）'}
          pick={(unit) => change({ unit })}
        />
        <Filter
          label="表样"
          all="全部表样"
          value={filter.template}
          choices={forms}
          name={templateName}
          pick={(template) => change({ template })}
        />
        <Filter
          label="问题"
          all="全部问题"
          value={filter.findings}
          choices={findingChoices}
          name={(findings) => findingNames[findings]}
          pick={(findings) => change({ findings })}
        />
        <span className="grow" />
        <Button type="primary" onClick={create}>
          新建
        </Button>
        <Button onClick={() => void chooseFiles()}>导入</Button>
        <Button onClick={openBin}>回收站</Button>
      </header>
      <SelectionBar projects={projects} shown={shown.length} chosen={chosen} choose={setSelected} />
      <ProjectTable shown={shown} chosen={chosen} choose={setSelected} showAll={showAll} />
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
      void call('projects.search', { text: text.slice(0, 200) }).then((answer) => {
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

/** Stands for no filter in a list of choices; no year, unit or form is called so. */
const everything = '*'

const findingChoices = ['error', 'warning', 'hint', 'none'] as const
const findingNames: Record<(typeof findingChoices)[number], string> = {
  error: '有强制问题',
  warning: '有核实问题',
  hint: '有提示',
  none: '没有问题',
}

interface FilterProps<Value extends string> {
  label: string
  all: string
  value: Value | null
  choices: readonly Value[]
  name: (value: Value) => string
  pick: (value: Value | null) => void
}

function Filter<Value extends string>({ label, all, value, choices, name, pick }: FilterProps<Value>): ReactNode {
  return (
    <Select<Value | typeof everything>
      aria-label={label}
      value={value ?? everything}
      onChange={(chosen) => pick(chosen === everything ? null : chosen)}
      className="project-filter"
      popupMatchSelectWidth={false}
      showSearch={choices.length > 10 ? { optionFilterProp: 'label' } : false}
      options={[
        { value: everything, label: all },
        ...choices.map((choice) => ({ value: choice, label: name(choice) })),
      ]}
    />
  )
}
