/** One file of an import: why it could not be read, or its tables with what was recognised and the doubts. */
import Checkbox from 'antd/es/checkbox'
import Tag from 'antd/es/tag'
import type { ReactNode } from 'react'
import { cutCode, severityNames } from '../../shared/model/problem.ts'
import type { TableKind } from '../../shared/model/table-kind.ts'
import type { HeldTable } from '../../shared/ipc/import.ts'
import type { ReadFile, ReadTable } from '../../shared/model/read-file.ts'
import { templates } from '../calls/templates.ts'
import { namesInSentence } from '../../shared/templates/registry.ts'
import { isSavable, foundKey } from './found-tables.ts'
import type { Choices, TableChoice } from './found-tables.ts'
import { HeldChoice } from './held-choice.tsx'
import { RecordSummary } from './record-summary.tsx'

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
  index: number
  held: readonly (HeldTable | null)[]
  choices: Choices
  choose: (key: string, choice: TableChoice) => void
}

export function FoundFile({ file, index, held, choices, choose }: FoundFileProps): ReactNode {
  return (
    <section className="found-file">
      <h2>{file.file}</h2>
      {file.error && <p className="severity-error">{file.error.message}</p>}
      {!file.error && file.tables.length === 0 && <p className="muted">这个文件里没有找到绩效目标表。</p>}
      {file.tables.map((found, table) => {
        const key = foundKey({ file: index, table })
        return (
          <Found
            key={key}
            found={found}
            held={held[table] ?? null}
            choice={choices.get(key) ?? 'leave'}
            choose={(choice) => choose(key, choice)}
          />
        )
      })}
    </section>
  )
}

interface FoundProps {
  found: ReadTable
  held: HeldTable | null
  choice: TableChoice
  choose: (choice: TableChoice) => void
}

function Found({ found, held, choice, choose }: FoundProps): ReactNode {
  const { record, source, template, kind, problems } = found
  const name = record.project.name === '' ? '（没有项目名称）' : record.project.name
  const place = [source.sheet, source.range].filter((part) => part !== '').join(' ')
  const canSave = isSavable({ found })
  return (
    <article className="found-table">
      <div className="found-head">
        <Checkbox
          checked={choice !== 'leave'}
          disabled={!canSave}
          onChange={(event) => choose(event.target.checked ? 'update' : 'leave')}
          aria-label={`存入 ${name}`}
        />
        <strong className="found-name">{name}</strong>
        <Tag>{template === null ? kindNames[kind] : (templates().find(template)?.name ?? template)}</Tag>
        <span className="muted">{place}</span>
      </div>
      {!canSave && <p className="severity-warning">{whyNot(found)}</p>}
      {canSave && held && <HeldChoice held={held} name={name} choice={choice} choose={choose} />}
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
}

function whyNot({ template, kind, problems }: ReadTable): string {
  if (problems.some(({ code }) => code === cutCode))
    return '这张表里有一处太长，放不下，不能存入：请按下面说的改好原文件，再导入一次。'
  if (kind !== 'target' && kind !== 'unknown') return `这是${kindNames[kind]}，不是项目支出绩效目标表，不能存入。`
  if (template === null) return `认不出是哪一种表样，不能存入。请确认是${namesInSentence(templates().all)} 的目标表。`
  return '这是一张空白表，没有可以存入的内容。'
}
