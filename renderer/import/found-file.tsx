/** One file of an import: why it could not be read, or its tables with what was recognised and the doubts. */
import Checkbox from 'antd/es/checkbox'
import Tag from 'antd/es/tag'
import { memo } from 'react'
import type { ReactNode } from 'react'
import { fiscalYearName } from '../../shared/identity/fiscal-year.ts'
import { cutCode, severityNames } from '../../shared/model/problem.ts'
import type { TableKind } from '../../shared/model/table-kind.ts'
import type { ReadFile, ReadTable } from '../../shared/model/read-file.ts'
import { templates } from '../calls/templates.ts'
import { namesInSentence } from '../../shared/templates/registry.ts'
import { isSavable, foundKey } from './found-tables.ts'
import type { Choices, FoundTable, TableChoice } from './found-tables.ts'
import { HeldChoice } from './held-choice.tsx'
import { NearChoice } from './near-choice.tsx'
import { RecordSummary } from './record-summary.tsx'
import { YearAnswer } from './year-answer.tsx'

const kindNames: Record<TableKind, string> = {
  target: '绩效目标表',
  'self-evaluation': '绩效自评表',
  monitoring: '绩效监控表',
  overall: '整体支出绩效目标表',
  transfer: '转移支付绩效目标表',
  unknown: '认不出的表',
}

export interface FoundFileProps {
  file: ReadFile
  tables: readonly FoundTable[]
  choices: Choices
  choose: (key: string, choice: TableChoice) => void
  setYears: (keys: readonly string[], year: string) => void
}

export function FoundFile({ file, tables, choices, choose, setYears }: FoundFileProps): ReactNode {
  return (
    <section className="found-file">
      <h2>{file.file}</h2>
      {file.error && <p className="severity-error">{file.error.message}</p>}
      {!file.error && file.tables.length === 0 && <p className="muted">这个文件里没有找到绩效目标表。</p>}
      {tables.map((table) => {
        const key = foundKey(table)
        const { found, held, year, near } = table
        return (
          <Found
            key={key}
            id={key}
            {...{ found, held, year, near, choose, setYears }}
            choice={choices.get(key) ?? 'leave'}
          />
        )
      })}
    </section>
  )
}

interface FoundProps extends Pick<FoundTable, 'found' | 'held' | 'year' | 'near'> {
  id: string
  choice: TableChoice
  choose: FoundFileProps['choose']
  setYears: FoundFileProps['setYears']
}

/** Drawn again only when something of it has changed: there may be a thousand. */
const Found = memo(function Found(props: FoundProps): ReactNode {
  const { found, held, year, near, id, choice, choose, setYears } = props
  const { record, source, template, kind, problems } = found
  const name = record.project.name === '' ? '（没有项目名称）' : record.project.name
  const place = [source.sheet, source.range].filter((part) => part !== '').join(' ')
  const canSave = isSavable({ found })
  const take = (to: TableChoice) => choose(id, to)
  const answerNear = (isThat: boolean) => {
    if (!isThat) return take('update')
    // a table without a year that is the one of a year: the year says it, and what differs is shown
    if (near?.why === 'year' && near.fiscalYear !== '') setYears([id], near.fiscalYear)
    take(near?.why === 'year' && near.fiscalYear !== '' ? 'update' : 'into')
  }
  return (
    <article className="found-table">
      <div className="found-head">
        <Checkbox
          checked={choice !== 'leave'}
          disabled={!canSave}
          onChange={(event) => take(event.target.checked ? 'update' : 'leave')}
          aria-label={`存入 ${name}`}
        />
        <strong className="found-name">{name}</strong>
        <Tag>{template === null ? kindNames[kind] : (templates().find(template)?.name ?? template)}</Tag>
        {year?.isFixed && <span className="found-year">{fiscalYearName(year.fiscalYear)}</span>}
        <span className="muted">{place}</span>
      </div>
      {!canSave && <p className="severity-warning">{whyNot(found)}</p>}
      {canSave && year && !year.isFixed && <YearAnswer {...{ year, name }} choose={(to) => setYears([id], to)} />}
      {canSave && year?.isContradicted && (
        <p className="severity-hint">
          写明的年度是 {year.fiscalYear} 年，与指定的年度不同，按 {year.fiscalYear} 年存入。
        </p>
      )}
      {canSave && held && <HeldChoice held={held} name={name} choice={choice} choose={take} />}
      {canSave && !held && near && <NearChoice near={near} isTaken={choice === 'into'} answer={answerNear} />}
      <details>
        <summary>
          {record.indicators.length} 个指标，{problems.length === 0 ? '没有疑问' : `${problems.length} 处疑问`}
        </summary>
        <RecordSummary record={record} />
      </details>
      {problems.length > 0 && (
        <ul className="found-problems">
          {problems.map((problem, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- a fixed list that may repeat
            <li key={at} className={`severity-${problem.severity}`}>
              {severityNames[problem.severity]}：{problem.message}
            </li>
          ))}
        </ul>
      )}
    </article>
  )
})

function whyNot({ template, kind, problems }: ReadTable): string {
  if (problems.some(({ code }) => code === cutCode))
    return '这张表里有一处太长，放不下，不能存入：请按下面说的改好原文件，再导入一次。'
  if (kind !== 'target' && kind !== 'unknown') return `这是${kindNames[kind]}，不是项目支出绩效目标表，不能存入。`
  if (template === null) return `认不出是哪一种表样，不能存入。请确认是${namesInSentence(templates().all)} 的目标表。`
  return '这是一张空白表，没有可以存入的内容。'
}
