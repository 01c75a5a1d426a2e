/** The filters of the list: year, unit, form, findings. */
import Select from 'antd/es/select'
import { useMemo } from 'react'
import type { ReactNode } from 'react'
import type { ProjectSummary } from '../../../shared/model/stored/projects.ts'
import { distinct } from './list-filter.ts'
import type { ListFilter } from './list-filter.ts'
import { templateName } from './template-name.ts'

export interface ListFiltersProps extends Omit<ListFilter, 'search' | 'only'> {
  projects: readonly ProjectSummary[]
  change: (part: Partial<ListFilter>) => void
}

export function ListFilters(props: ListFiltersProps): ReactNode {
  const { projects, change, year: chosenYear, unit: chosenUnit, template, findings } = props
  const years = useMemo(() => distinct(projects, 'fiscalYear'), [projects])
  const units = useMemo(() => distinct(projects, 'unitName'), [projects])
  const forms = useMemo(() => distinct(projects, 'template'), [projects])
  return (
    <>
      <Filter
        label="年度"
        all="全部年度"
        value={chosenYear}
        choices={years}
        name={(year) => year || '年度未定'}
        pick={(year) => change({ year })}
      />
      <Filter
        label="单位"
        all="全部单位"
        value={chosenUnit}
        choices={units}
        name={(unit) => unit || '（未填）'}
        pick={(unit) => change({ unit })}
      />
      <Filter
        label="表样"
        all="全部表样"
        value={template}
        choices={forms}
        name={templateName}
        pick={(form) => change({ template: form })}
      />
      <Filter
        label="问题"
        all="全部问题"
        value={findings}
        choices={findingChoices}
        name={(kind) => findingNames[kind]}
        pick={(kind) => change({ findings: kind })}
      />
    </>
  )
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
