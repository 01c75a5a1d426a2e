/**
 * Find and replace as a bar over the sheet: nothing is covered and nothing must be answered. Enter goes to the next
 * place, Shift+Enter back, Esc closes. In all selected tables it lists the tables instead of moving the cursor.
 */
import Button from 'antd/es/button'
import Checkbox from 'antd/es/checkbox'
import Input from 'antd/es/input'
import type { InputRef } from 'antd/es/input'
import Select from 'antd/es/select'
import { useEffect, useMemo, useRef } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useStore } from 'zustand'
import { chosenProjects } from '../../ui/chosen-projects.ts'
import { say } from '../../shell/notify.ts'
import { countOf, findCells, matchesInside, nextMatch, replaceCells } from './find-cells.ts'
import type { CellMatch, FindRequest } from './find-cells.ts'
import { closeFind, findState, openFind } from './find-state.ts'
import { FindTables } from './find-tables-list.tsx'
import { endsOf, isSingleCell, rangeOf, selectOnly } from '../grid/selection.ts'
import { positionOf } from '../grid/sheet-map.ts'
import { commitCell } from '../commands/sheet-commands.ts'
import type { Spot } from '../table/spot.ts'
import type { SheetView } from '../view/sheet-view.ts'

export interface FindBarProps {
  view: SheetView
  focusSheet: () => void
  /** Goes to a place of the table, on the form or in an opened packed cell. */
  visit: (spot: Spot) => void
}

export function FindBar({ view, focusSheet, visit }: FindBarProps): ReactNode {
  const open = useStore(findState, (state) => state.open)
  return open === null ? null : <OpenFindBar view={view} focusSheet={focusSheet} visit={visit} open={open} />
}

function OpenFindBar({ view, focusSheet, visit, open }: FindBarProps & { open: 'find' | 'replace' }): ReactNode {
  const { search, replacement, exact, whole, scope, asked } = useStore(findState)
  const chosen = useStore(chosenProjects, (state) => state.ids)
  const field = useRef<InputRef>(null)
  const replaceField = useRef<InputRef>(null)
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- each Ctrl+F puts the cursor into the field again
  useEffect(() => field.current?.focus({ cursor: 'all' }), [asked])
  const request = useMemo<FindRequest>(() => ({ search, exact, whole }), [search, exact, whole])
  const all = useMatches(view, request)
  const { sheet, selection } = useStore(view.state)
  const range = rangeOf(sheet, selection)
  const isInRange = !isSingleCell(sheet, range)
  const matches = isInRange ? matchesInside(all, range) : all
  const here = matches.findIndex(
    ({ cell }) => cell.row === selection.anchor.row && cell.column === selection.anchor.column,
  )
  const go = (by: 1 | -1) => {
    const match = matches[nextMatch(matches, view.state.getState().selection.anchor, by)]
    if (!match) return
    const there = selectOnly(positionOf(match.cell))
    view.state.setState({ selection: isInRange ? { ...there, within: endsOf(selection) } : there })
  }
  const replace = (cells: readonly CellMatch[], label: string): boolean =>
    view.change(label, (records) =>
      replaceCells(
        view.template,
        records,
        cells.map(({ cell }) => cell),
        request,
        replacement,
      ),
    )
  /** A pressed button may become disabled and would lose the focus, and Esc with it. */
  const stay = () => {
    const { activeElement } = document
    if (activeElement instanceof HTMLButtonElement) field.current?.focus()
  }
  const replaceOne = () => {
    const match = matches[here]
    if (match) replace([match], '替换')
    go(1)
    stay()
  }
  const replaceAll = () => {
    const count = countOf(matches)
    if (replace(matches, '全部替换')) say(`已替换 ${count} 处，可以撤销。`)
    stay()
  }
  /** From 查找 to 替换为 and back, past the buttons between them. */
  const tabOver = (event: KeyboardEvent): boolean => {
    const [from, to] = event.shiftKey ? [replaceField, field] : [field, replaceField]
    if (!to.current?.input || document.activeElement !== from.current?.input) return false
    event.preventDefault()
    to.current.focus({ cursor: 'all' })
    return true
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const key = event.key.toLowerCase()
    const isChord = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
    if (event.key === 'Escape') {
      closeFind()
      focusSheet()
    } else if (event.key === 'Tab' && tabOver(event)) return
    else if (isChord && (key === 'f' || key === 'h')) openFind(key === 'f' ? 'find' : 'replace')
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const place = here >= 0 ? `第 ${here + 1} 个，` : ''
  const where = isInRange ? '所选范围内' : ''
  const found =
    search === '' ? '' : matches.length === 0 ? `${where}没有找到` : `${place}${where}共 ${matches.length} 个单元格`
  const isOne = scope === 'table'
  return (
    <section className="find-bar" role="search" aria-label="查找和替换" onKeyDown={onKeyDown}>
      <div className="find-line">
        <Input
          ref={field}
          size="small"
          className="find-field"
          aria-label="查找"
          placeholder="查找"
          value={search}
          onChange={(event) => findState.setState({ search: event.target.value })}
          onPressEnter={(event) => {
            if (!event.nativeEvent.isComposing) go(event.shiftKey ? -1 : 1)
          }}
        />
        {isOne && (
          <>
            <Button size="small" disabled={matches.length === 0} onClick={() => go(-1)}>
              上一个
            </Button>
            <Button size="small" disabled={matches.length === 0} onClick={() => go(1)}>
              下一个
            </Button>
            <span className="muted" aria-live="polite">
              {found}
            </span>
          </>
        )}
        <span className="grow" />
        <Checkbox checked={exact} onChange={(event) => findState.setState({ exact: event.target.checked })}>
          区分大小写和全半角
        </Checkbox>
        <Checkbox checked={whole} onChange={(event) => findState.setState({ whole: event.target.checked })}>
          整个单元格
        </Checkbox>
        {chosen.length > 0 && (
          <Select<'table' | 'chosen'>
            size="small"
            aria-label="查找范围"
            value={scope}
            popupMatchSelectWidth={false}
            onChange={(value) => findState.setState({ scope: value })}
            options={[
              { value: 'table', label: '这张表' },
              { value: 'chosen', label: `列表中选中的 ${chosen.length} 个项目` },
            ]}
          />
        )}
        <Button
          size="small"
          type="text"
          className="find-close"
          onClick={() => {
            closeFind()
            focusSheet()
          }}
        >
          关闭（Esc）
        </Button>
      </div>
      {open === 'replace' && (
        <div className="find-line">
          <Input
            ref={replaceField}
            size="small"
            className="find-field"
            aria-label="替换为"
            placeholder="替换为（可以留空）"
            value={replacement}
            onChange={(event) => findState.setState({ replacement: event.target.value })}
            onPressEnter={(event) => {
              if (isOne && !event.nativeEvent.isComposing) replaceOne()
            }}
          />
          {isOne && (
            <>
              <Button size="small" disabled={matches.length === 0} onClick={replaceOne}>
                替换
              </Button>
              <Button size="small" disabled={matches.length === 0} onClick={replaceAll}>
                全部替换
              </Button>
            </>
          )}
        </div>
      )}
      {!isOne && (
        <FindTables
          key={JSON.stringify(request)}
          view={view}
          focusSheet={focusSheet}
          visit={visit}
          ids={chosen}
          request={request}
          replacement={open === 'replace' ? replacement : null}
        />
      )}
    </section>
  )
}

/** The open cell is written first, so that what was just typed is found too. */
function useMatches(view: SheetView, request: FindRequest): CellMatch[] {
  const sheet = useStore(view.state, (state) => state.sheet)
  useEffect(() => commitCell(view), [view])
  return useMemo(() => findCells(view.template, view.records(), sheet, request), [view, sheet, request])
}
