/** The columns of the project list: what they show and how they sort (names by pinyin, money by value). */
import type { ColumnsType } from 'antd/es/table'
import type { ReactNode } from 'react'
import { severityNames } from '../../shared/model/problem.ts'
import type { Severity } from '../../shared/model/problem.ts'
import type { ProjectSummary } from '../../shared/ipc/types.ts'
import { findTemplate } from '../../shared/templates/index.ts'
import { dateTime, dayTime } from '../ui/clock-time.ts'

const collator = new Intl.Collator('zh-CN-u-co-pinyin')
const severities: readonly Severity[] = ['error', 'warning', 'hint']

export const templateName = (id: string): string => findTemplate(id)?.name ?? id

/** `isNarrow`: at 150 % of a small screen every column still fits, and most of the room is the name's. */
export function projectColumns(open: (id: string) => void, isNarrow: boolean): ColumnsType<ProjectSummary> {
  return [
    {
      title: '项目名称',
      dataIndex: 'projectName',
      ellipsis: true,
      sorter: (one, other) => collator.compare(one.projectName, other.projectName),
      render: (_, project) => (
        <button type="button" className="link-button" title={project.projectName} onClick={() => open(project.id)}>
          {project.projectName === '' ? '未命名项目' : project.projectName}
        </button>
      ),
    },
    {
      title: '单位',
      dataIndex: 'unitName',
      width: isNarrow ? 150 : 210,
      ellipsis: true,
      sorter: (one, other) => collator.compare(one.unitName, other.unitName),
    },
    {
      title: '年度',
      dataIndex: 'year',
      width: isNarrow ? 54 : 78,
      sorter: isNarrow ? false : (one, other) => byText(one.year, other.year),
      render: (year: string) => (year === '' ? '—' : year),
    },
    {
      title: '表样',
      dataIndex: 'template',
      width: isNarrow ? 130 : 160,
      ellipsis: true,
      sorter: (one, other) => collator.compare(templateName(one.template), templateName(other.template)),
      render: templateName,
    },
    {
      title: '预算',
      dataIndex: 'total',
      width: isNarrow ? 116 : 140,
      align: 'right',
      ellipsis: true,
      sorter: (one, other) => Number(one.total || '-1') - Number(other.total || '-1'),
      render: (_, project) => moneyText(project),
    },
    {
      title: '问题',
      dataIndex: 'findings',
      className: 'findings-column',
      width: isNarrow ? 106 : 124,
      sorter: byFindings,
      render: (_, project) => <Findings of={project} />,
    },
    {
      title: '修改时间',
      dataIndex: 'updatedAt',
      width: isNarrow ? 100 : 150,
      defaultSortOrder: 'descend',
      sorter: (one, other) => byText(one.updatedAt, other.updatedAt),
      render: (at: string) => (isNarrow ? <span title={dateTime(at)}>{dayTime(at)}</span> : dateTime(at)),
    },
  ]
}

const moneyText = ({ totalText, currencyUnit }: ProjectSummary): string =>
  totalText === '' ? '—' : /[元万亿]/.test(totalText) ? totalText : `${totalText} ${currencyUnit}`.trim()

/** Digits in a fixed form need no language's order. */
const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

function byFindings(one: ProjectSummary, other: ProjectSummary): number {
  const worst = severities.map((severity) => one.findings[severity] - other.findings[severity])
  return worst.find((difference) => difference !== 0) ?? 0
}

function Findings({ of: { findings } }: { of: ProjectSummary }): ReactNode {
  const found = severities.filter((severity) => findings[severity] > 0)
  if (found.length === 0) return <span className="muted">无</span>
  return found.map((severity) => (
    <span
      key={severity}
      className={`count count-${severity}`}
      title={`${severityNames[severity]} ${findings[severity]} 个`}
    >
      <span className="visually-hidden">{severityNames[severity]}</span>
      {findings[severity]}
    </span>
  ))
}
