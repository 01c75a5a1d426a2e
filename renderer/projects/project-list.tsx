/** The list with its bar: search, filters, what can be done with the selected projects. */
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import Select from 'antd/es/select'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import type { ProjectSummary } from '../../shared/ipc/types.ts'
import { call } from '../api.ts'
import { chooseFiles } from '../ui/take-files.ts'
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
  const [filter, setFilter] = useState<ListFilter>(noFilter)
  const [selected, setSelected] = useState<string[]>([])
  const hits = useFullText(filter.search)
  const settled = useDeferredValue(filter)
  const found = useMemo(() => filterProjects(projects, settled), [projects, settled])
  const shown = useMemo(() => addHits(found, projects, settled, hits), [found, projects, settled, hits])
  const chosen = useMemo(() => {
    const present = new Set(projects.map(({ id }) => id))
    return selected.filter((id) => present.has(id))
  }, [projects, selected])
  const years = useMemo(() => distinct(projects, 'year'), [projects])
  const units = useMemo(() => distinct(projects, 'unitName'), [projects])
  const forms = useMemo(() => distinct(projects, 'template'), [projects])
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
        <span className="grow" />
        <Button type="primary" onClick={create}>
          新建
        </Button>
        <Button onClick={() => void chooseFiles()}>导入</Button>
        <Button onClick={openBin}>回收站</Button>
      </header>
      <SelectionBar shown={shown} total={projects.length} chosen={chosen} choose={setSelected} />
      <ProjectTable shown={shown} chosen={chosen} choose={setSelected} />
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

interface FilterProps {
  label: string
  all: string
  value: string | null
  choices: string[]
  name: (value: string) => string
  pick: (value: string | null) => void
}

function Filter({ label, all, value, choices, name, pick }: FilterProps): ReactNode {
  return (
    <Select<string>
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
