/** The tables of the project list's selection that hold the searched text; a click opens one, one press replaces in all. */
import Button from 'antd/es/button'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { say, sayFailure } from '../../ui/notify.ts'
import { goTo } from '../../ui/place.ts'
import type { FindRequest } from './find-cells.ts'
import { findInTables, replaceInTables } from './find-tables.ts'
import type { TableMatches } from './find-tables.ts'
import { openTable } from '../table/open-tables.ts'
import type { TableEditor } from '../table/table-editor.ts'

export interface FindTablesProps {
  present: TableEditor
  ids: readonly string[]
  request: FindRequest
  /** null: only finding. */
  replacement: string | null
}

export function FindTables({ present, ids, request, replacement }: FindTablesProps): ReactNode {
  const [found, setFound] = useState<TableMatches[] | null>(null)
  const [isSearching, setSearching] = useState(false)
  const search = async () => {
    setSearching(true)
    const { tables, failures } = await findInTables(ids, present, openTable, request)
    setSearching(false)
    setFound(tables)
    const [failure] = failures
    if (failure) sayFailure(failure)
  }
  const places = found?.reduce((sum, { count }) => sum + count, 0) ?? 0
  const replaceAll = () => {
    if (!found || replacement === null || isSearching) return
    const editors = found.map(({ editor }) => editor)
    const done = replaceInTables(editors, request, replacement)
    say(`已在 ${done.tables} 张表里替换 ${done.places} 处，每张表都可以单独撤销。`)
    void search()
  }
  return (
    <div className="find-tables">
      <div className="find-line">
        <Button size="small" disabled={request.search === ''} loading={isSearching} onClick={() => void search()}>
          在选中的表里查找
        </Button>
        {replacement !== null && (
          <Button size="small" disabled={places === 0} onClick={replaceAll}>
            在这些表里全部替换
          </Button>
        )}
        <span className="muted" aria-live="polite">
          {isSearching
            ? '正在查找…'
            : found === null
              ? ''
              : found.length === 0
                ? '没有找到'
                : `${found.length} 张表，共 ${places} 处`}
        </span>
      </div>
      {found !== null && found.length > 0 && (
        <ul>
          {found.map(({ editor, name, count }) => (
            <li key={editor.id}>
              <button type="button" className="find-table" onClick={() => goTo('edit', [editor.id])}>
                {name} <span className="muted">{count} 处</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
