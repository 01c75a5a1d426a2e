/** The tables of the project list's selection that hold the searched text; a click opens one, one press replaces in all. */
import Button from 'antd/es/button'
import { useEffect, useEffectEvent, useState } from 'react'
import type { ReactNode } from 'react'
import { say, sayFailure } from '../../shell/notify.ts'
import { goTo } from '../../shell/place.ts'
import type { FindRequest } from './find-cells.ts'
import { findInTables, replaceInTables } from './find-tables.ts'
import type { FoundInTables, TableMatches } from './find-tables.ts'
import { openTable } from '../table/open-tables.ts'
import { formName } from '../table/spot.ts'
import type { Spot } from '../table/spot.ts'
import { selectOnly } from '../grid/selection.ts'
import { keepPlace } from '../view/kept-place.ts'
import type { SheetView } from '../view/sheet-view.ts'
import { findState } from './find-state.ts'

export interface FindTablesProps {
  view: SheetView
  focusSheet: () => void
  /** Goes to a place of the table on the screen. */
  visit: (spot: Spot) => void
  ids: readonly string[]
  request: FindRequest
  /** null: only finding. */
  replacement: string | null
}

export function FindTables({ view, focusSheet, visit, ids, request, replacement }: FindTablesProps): ReactNode {
  const sought = JSON.stringify(request)
  const [found, setFound] = useState<TableMatches[] | null>(null)
  const [isSearching, setSearching] = useState(() => findState.getState().listed === sought)
  const look = () => findInTables(ids, view.editor, openTable, request)
  const show = ({ tables, failures }: FoundInTables) => {
    setSearching(false)
    setFound(tables)
    const [failure] = failures
    if (failure) sayFailure(failure)
  }
  const search = () => {
    setSearching(true)
    findState.setState({ listed: sought })
    void look().then(show)
  }
  // come from the list of another table: it is shown here too
  const lookAgain = useEffectEvent(() => void (isSearching && look().then(show)))
  useEffect(() => lookAgain(), [])
  const goToFirst = ({ editor, first }: TableMatches) => {
    if (editor === view.editor) {
      visit({ view: formName, selection: selectOnly(first.at) })
      return focusSheet()
    }
    keepPlace(editor, formName, selectOnly(first.at))
    goTo('edit', [first.project])
  }
  const places = found?.reduce((sum, { count }) => sum + count, 0) ?? 0
  const replaceAll = () => {
    if (!found || replacement === null || isSearching) return
    const editors = found.map(({ editor }) => editor)
    const done = replaceInTables(editors, ids, request, replacement)
    say(`已在 ${done.tables} 张表里替换 ${done.places} 处，每张表都可以单独撤销。`)
    search()
  }
  return (
    <div className="find-tables">
      <div className="find-line">
        <Button size="small" disabled={request.search === ''} loading={isSearching} onClick={search}>
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
          {found.map((one) => (
            <li key={one.editor.id}>
              <button
                type="button"
                className="find-table"
                aria-current={one.editor === view.editor ? 'page' : undefined}
                onClick={() => goToFirst(one)}
              >
                {one.name} <span className="muted">{one.count} 处</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
