/** The head of the list: marks all rows, sorts by a column (upwards, downwards, not at all). */
import type { ReactNode } from 'react'
import { nextOrder } from './list-order.ts'
import type { ListColumn, ListOrder } from './list-order.ts'

const columns: readonly { column: ListColumn; title: string }[] = [
  { column: 'projectName', title: '项目名称' },
  { column: 'unitName', title: '单位' },
  { column: 'fiscalYear', title: '年度' },
  { column: 'template', title: '表样' },
  { column: 'total', title: '预算' },
  { column: 'findings', title: '问题' },
  { column: 'updatedAt', title: '修改时间' },
]

export interface TableHeadProps {
  order: ListOrder
  setOrder: (order: ListOrder) => void
  /** How many of the shown rows are marked. */
  marked: 'none' | 'some' | 'all'
  markAll: (isMarked: boolean) => void
}

export function TableHead({ order, setOrder, marked, markAll }: TableHeadProps): ReactNode {
  return (
    <div role="row" aria-rowindex={1} className="project-head">
      <span role="columnheader">
        <input
          type="checkbox"
          className="row-check-all"
          aria-label="全选"
          checked={marked === 'all'}
          ref={(box) => {
            if (box) box.indeterminate = marked === 'some'
          }}
          onChange={({ target }) => markAll(target.checked)}
        />
      </span>
      {columns.map(({ column, title }) => {
        const direction = order?.column === column ? (order.descending ? 'descending' : 'ascending') : 'none'
        return (
          <span key={column} role="columnheader" aria-sort={direction}>
            <button type="button" className="sort-button" onClick={() => setOrder(nextOrder(order, column))}>
              {title}
              <span className="sort-mark" aria-hidden="true" />
            </button>
          </span>
        )
      })}
    </div>
  )
}
