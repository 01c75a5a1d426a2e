/** What was read from one table, for a look before saving: the main fields and the indicators. */
import type { ReactNode } from 'react'
import type { ProjectRecord } from '../../shared/model/project.ts'

export function RecordSummary({ record }: { record: ProjectRecord }): ReactNode {
  const fields: [label: string, text: string][] = [
    ['单位', [record.unit.code, record.unit.name].filter((part) => part !== '').join(' ')],
    ['年度', record.year],
    ['项目编码', record.project.code],
    ['预算', record.funding.total === '' ? '' : `${record.funding.total} ${record.funding.unit}`],
    ['目标', record.goal.annual || record.goal.term],
  ]
  return (
    <div className="record-summary">
      <dl>
        {fields
          .filter(([, text]) => text !== '')
          .map(([label, text]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
      {record.indicators.length > 0 && (
        <table>
          <thead>
            <tr>
              <th>一级指标</th>
              <th>二级指标</th>
              <th>三级指标</th>
              <th>指标值</th>
            </tr>
          </thead>
          <tbody>
            {record.indicators.map((indicator, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- a fixed list that may repeat
              <tr key={index}>
                <td>{indicator.category}</td>
                <td>{indicator.subcategory}</td>
                <td>{indicator.name}</td>
                <td>{indicator.target || indicator.termTarget}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
