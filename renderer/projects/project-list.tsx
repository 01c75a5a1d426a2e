/** The list with its bar: search, filters, what can be done with the selected projects. Only the rows on the screen are drawn. */
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import Select from 'antd/es/select'
import Table from 'antd/es/table'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { ProjectSummary } from '../../shared/ipc/types.ts'
import { call } from '../api.ts'
import { goTo } from '../ui/place.ts'
import { chooseFiles } from '../ui/take-files.ts'
import { useHeight } from '../ui/use-height.ts'
import { distinct, filterProjects, noFilter } from './list-filter.ts'
import type { ListFilter } from './list-filter.ts'
import { projectColumns, templateName } from './project-columns.tsx'
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
  const shown = useMemo(() => filterProjects(projects, settled, hits), [projects, settled, hits])
  const columns = useMemo(() => projectColumns((id) => goTo('edit', [id])), [])
  const chosen = useMemo(() => {
    const present = new Set(projects.map(({ id }) => id))
    return selected.filter((id) => present.has(id))
  }, [projects, selected])
  const area = useRef<HTMLDivElement>(null)
  const heightPx = useHeight(area)
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
          choices={distinct(projects, 'year')}
          name={(year) => year || '（未填）'}
          pick={(year) => change({ year })}
        />
        <Filter
          label="单位"
          all="全部单位"
          value={filter.unit}
          choices={distinct(projects, 'unitName')}
          name={(unit) => unit || '（未填）'}
          pick={(unit) => change({ unit })}
        />
        <Filter
          label="表样"
          all="全部表样"
          value={filter.template}
          choices={distinct(projects, 'template')}
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
      <main className="project-table" ref={area}>
        <Table<ProjectSummary>
          virtual
          size="small"
          rowKey="id"
          columns={columns}
          dataSource={shown}
          pagination={false}
          scroll={{ x: 1000, y: Math.max(120, heightPx - 34) }}
          showSorterTooltip={false}
          rowSelection={{
            selectedRowKeys: chosen,
            onChange: (keys) => setSelected(keys.map(String)),
            getTitleCheckboxProps: () => ({ 'aria-label': '全选' }),
            getCheckboxProps: (project) => ({ 'aria-label': `选择 ${project.projectName || '未命名项目'}` }),
            columnWidth: 40,
          }}
          onRow={(project) => ({ onDoubleClick: () => goTo('edit', [project.id]) })}
          locale={{ emptyText: '没有符合条件的项目。可以换个词，或清除筛选。' }}
        />
      </main>
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
      options={[{ value: everything, label: all }, ...choices.map((choice) => ({ value: choice, label: name(choice) }))]}
    />
  )
}
