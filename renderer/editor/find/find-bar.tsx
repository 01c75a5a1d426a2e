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
import type { KeyboardEvent, ReactNode, RefObject } from 'react'
import { useStore } from 'zustand'
import { chosenProjects } from '../../ui/chosen-projects.ts'
import type { FindRequest } from './find-cells.ts'
import { closeFind, findState, openFind } from './find-state.ts'
import { FindTables } from './find-tables-list.tsx'
import { useFound } from './use-found.ts'
import type { FoundCells } from './use-found.ts'
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
  const found = useFound(view, request, replacement)
  const isOne = scope === 'table'
  return (
    <section
      className="find-bar"
      role="search"
      aria-label="查找和替换"
      onKeyDown={(event) => pressInBar(event, [field, replaceField], focusSheet)}
    >
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
            if (!event.nativeEvent.isComposing) found.go(event.shiftKey ? -1 : 1)
          }}
        />
        {isOne && (
          <>
            <Button size="small" disabled={found.isNone} onClick={() => found.go(-1)}>
              上一个
            </Button>
            <Button size="small" disabled={found.isNone} onClick={() => found.go(1)}>
              下一个
            </Button>
            <span className="muted" aria-live="polite">
              {found.words}
            </span>
          </>
        )}
        <span className="grow" />
        <FindChoices chosen={chosen.length} />
        <Button size="small" type="text" className="find-close" onClick={() => close(focusSheet)}>
          关闭（Esc）
        </Button>
      </div>
      {open === 'replace' && <ReplaceLine field={field} replaceField={replaceField} found={found} isOne={isOne} />}
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

function close(focusSheet: () => void): void {
  closeFind()
  focusSheet()
}

/** Esc closes; Tab goes from 查找 to 替换为 and back, past the buttons between them; Ctrl+F and Ctrl+H show the one and the other. */
function pressInBar(event: KeyboardEvent, fields: readonly RefObject<InputRef | null>[], focusSheet: () => void): void {
  if (event.nativeEvent.isComposing) return
  const key = event.key.toLowerCase()
  const isChord = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
  if (event.key === 'Escape') close(focusSheet)
  else if (event.key === 'Tab') {
    const [from, to] = event.shiftKey ? fields.toReversed() : fields
    if (!to?.current?.input || document.activeElement !== from?.current?.input) return
    event.preventDefault()
    return to.current.focus({ cursor: 'all' })
  } else if (isChord && (key === 'f' || key === 'h')) openFind(key === 'f' ? 'find' : 'replace')
  else return
  event.preventDefault()
  event.stopPropagation()
}

/** What counts as found, and where it is looked for; `chosen`: how many projects are selected in the list. */
function FindChoices({ chosen }: { chosen: number }): ReactNode {
  const { exact, whole, scope } = useStore(findState)
  return (
    <>
      <Checkbox checked={exact} onChange={(event) => findState.setState({ exact: event.target.checked })}>
        区分大小写和全半角
      </Checkbox>
      <Checkbox checked={whole} onChange={(event) => findState.setState({ whole: event.target.checked })}>
        整个单元格
      </Checkbox>
      {chosen > 0 && (
        <Select<'table' | 'chosen'>
          size="small"
          aria-label="查找范围"
          value={scope}
          popupMatchSelectWidth={false}
          onChange={(value) => findState.setState({ scope: value })}
          options={[
            { value: 'table', label: '这张表' },
            { value: 'chosen', label: `列表中选中的 ${chosen} 个项目` },
          ]}
        />
      )}
    </>
  )
}

interface ReplaceLineProps {
  field: RefObject<InputRef | null>
  replaceField: RefObject<InputRef | null>
  found: FoundCells
  /** One table; of several the list of tables has the buttons. */
  isOne: boolean
}

function ReplaceLine({ field, replaceField, found, isOne }: ReplaceLineProps): ReactNode {
  const replacement = useStore(findState, (state) => state.replacement)
  /** A pressed button may become disabled and would lose the focus, and Esc with it. */
  const andStay = (work: () => void) => () => {
    work()
    const { activeElement } = document
    if (activeElement instanceof HTMLButtonElement) field.current?.focus()
  }
  return (
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
          if (isOne && !event.nativeEvent.isComposing) andStay(found.replaceOne)()
        }}
      />
      {isOne && (
        <>
          <Button size="small" disabled={found.isNone} onClick={andStay(found.replaceOne)}>
            替换
          </Button>
          <Button size="small" disabled={found.isNone} onClick={andStay(found.replaceAll)}>
            全部替换
          </Button>
        </>
      )}
    </div>
  )
}
