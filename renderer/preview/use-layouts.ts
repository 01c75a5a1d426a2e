/** The Layouts of projects to be previewed; projects of one list table are drawn once. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { build } from '../../shared/layout/build.ts'
import type { Layout } from '../../shared/layout/layout.ts'
import { fiscalYearName } from '../../shared/identity/fiscal-year.ts'
import { fail, succeed } from '../../shared/ipc/result.ts'
import type { Result } from '../../shared/ipc/result.ts'
import { templates } from '../calls/templates.ts'
import { call, on } from '../api.ts'
import { damagedNames } from '../shell/health.ts'

export interface ReadLayouts {
  tables: Layout[]
  /** 所属年度 they have, each once; of a single table what it is called too. */
  name: string
  /** Every project that stands in the tables: of a list form also those that were not asked for. */
  projects: string[]
  /** Sentences about projects that are not on them, because they are damaged. */
  leftOut: string[]
}

export interface Layouts {
  result: Result<ReadLayouts> | null
  /** How many projects are read so far. */
  done: number
  reload: () => void
}

export function useLayouts(ids: readonly string[]): Layouts {
  const [result, setResult] = useState<Result<ReadLayouts> | null>(null)
  const [done, setDone] = useState(0)
  const asked = useRef(0)
  const wanted = ids.join(',')
  const reload = useCallback(() => {
    asked.current += 1
    const own = asked.current
    const isCurrent = () => asked.current === own
    void readLayouts(wanted === '' ? [] : wanted.split(','), isCurrent, setDone).then((answer) => {
      if (isCurrent()) setResult(answer)
    })
  }, [wanted])
  useEffect(reload, [reload])
  useEffect(() => on('store.changed', reload), [reload])
  return { result, done, reload }
}

async function readLayouts(
  ids: readonly string[],
  isCurrent: () => boolean,
  progress: (done: number) => void,
): Promise<Result<ReadLayouts>> {
  const layouts: Layout[] = []
  const years = new Set<string>()
  let only = ''
  const drawn = new Set<string>()
  const leftOut = new Set<string>()
  let failure: Result<never> | null = null
  for (const [index, id] of ids.entries()) {
    if (!isCurrent()) break
    if (drawn.has(id)) continue
    const answer = await call('projects.open', { id })
    if (!answer.ok && answer.error.code === 'project-damaged') {
      leftOut.add(answer.error.message)
      failure = answer
      continue
    }
    if (!answer.ok) return answer
    const template = templates().find(answer.value.template)
    if (!template) return fail('unknown-template', `这个版本的程序没有表样“${answer.value.template}”，不能预览。`)
    for (const project of answer.value.projects) drawn.add(project.id)
    const { damaged = [] } = answer.value
    if (damaged.length > 0) leftOut.add(`${damagedNames(damaged)}的内容已损坏，没有放进这张表。`)
    years.add(answer.value.fiscalYear)
    const [first] = answer.value.projects
    only = (template.scope === 'unit' ? first?.record.unit.name : first?.record.project.name) ?? ''
    layouts.push(
      build(
        template,
        answer.value.projects.map(({ record }) => record),
      ),
    )
    progress(index + 1)
  }
  if (failure && layouts.length === 0) return failure
  const said = [...years].toSorted().map(fiscalYearName).join('、')
  const name = layouts.length === 1 && only !== '' ? `${only}，${said}` : said
  return succeed({ tables: layouts, name, projects: [...drawn], leftOut: [...leftOut] })
}
