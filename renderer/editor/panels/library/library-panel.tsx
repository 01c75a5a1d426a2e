/**
 * 指标库: indicators to put into the table, found by text, pinyin or initials. Enter, a double click, the button of an item
 * or dragging it onto the sheet inserts; the focus stays in the search field, so that one follows the other.
 */
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import type { InputRef } from 'antd/es/input'
import { memo, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode, RefObject } from 'react'
import { useStore } from 'zustand'
import { levelOnForm } from '../../../../shared/library/level-on-form.ts'
import type { Template } from '../../../../shared/templates/template.ts'
import { focusArea } from '../../../shell/areas.ts'
import { sayWarning } from '../../../shell/notify.ts'
import { Failed, Loading } from '../../../ui/page-state.tsx'
import { actionOfChord } from '../../actions/actions.ts'
import type { ActionContext } from '../../actions/actions.ts'
import { chordOf } from '../../../ui/shortcut.ts'
import { insertFromLibrary, levelAtCursor } from '../../commands/rows/insert-indicator.ts'
import { formName } from '../../table/spot.ts'
import { groupLibrary } from './library-groups.ts'
import type { SearchableItem } from './library-groups.ts'
import { LibraryList, optionId } from './library-list.tsx'
import { useHeldKeys, useLibrary } from './use-library.ts'

/** `context.view`: the sheet that was worked in last, the form or the indicators of one project. */
export const LibraryPanel = memo(function LibraryPanel({ context }: { context: ActionContext }): ReactNode {
  const { view } = context
  const { template } = view.editor
  const listId = useId()
  const panel = useRef<HTMLDivElement>(null)
  const field = useRef<InputRef>(null)
  const [search, setSearch] = useState('')
  const [chosenKey, setChosenKey] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const unitName = useStore(view.editor.state, ({ history }) => history.present[0]?.record.unit.name ?? '')
  const { items, failure, reload } = useLibrary(template, unitName)
  const held = useHeldKeys(view)
  const level = useSettledLevel(context, panel)
  const groups = useMemo(() => (items ? groupLibrary(items, search, level.value) : []), [items, search, level.value])
  const listed = useMemo(() => groups.flatMap((group) => group.items), [groups])
  // what was searched for is chosen at once, so that Enter takes it
  const chosen = listed.find(({ key }) => key === chosenKey) ?? (search.trim() === '' ? undefined : listed[0])

  useEffect(() => {
    // a tab shows what is in it only a moment later, and what is hidden takes no focus
    const frame = requestAnimationFrame(() => {
      if (document.activeElement?.closest('.side-panel')) field.current?.focus()
    })
    return () => cancelAnimationFrame(frame)
  }, [])
  const key = chosen?.key
  useEffect(() => {
    if (key !== undefined) document.getElementById(optionId(listId, key))?.scrollIntoView({ block: 'nearest' })
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- other groups: it stands elsewhere
  }, [listId, key, groups])

  const choose = useCallback((chosen: string | null) => {
    setChosenKey(chosen)
    field.current?.focus()
  }, [])
  const insert = useCallback(
    (item: SearchableItem) => {
      choose(item.key)
      if (insertFromLibrary(view, item.texts)) setNote(`已插入“${item.texts.name}”。Ctrl+Z 可撤销。`)
      else sayWarning('先在表里点一下要加指标的项目那一行，再插入。')
    },
    [view, choose],
  )
  const step = (by: 1 | -1) => {
    const at = chosen ? listed.indexOf(chosen) : -1
    setChosenKey(listed[at + by]?.key ?? (by === 1 ? (chosen?.key ?? null) : null))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    const isButton = event.target instanceof HTMLButtonElement // Enter presses it
    const action = actionOfChord(chordOf(event))
    if (event.key === 'ArrowDown') step(1)
    else if (event.key === 'ArrowUp') step(-1)
    else if (event.key === 'Enter' && chosen && !isButton) insert(chosen)
    else if (event.key === 'Escape') focusArea(view.name === formName ? 'sheet' : 'indicators')
    // right after inserting, undo means the table; once something is typed it is the field's again
    else if (note !== '' && action?.id === 'undo') undone(() => context.undo())
    else if (note !== '' && action?.id === 'redo') undone(() => context.redo())
    else return
    event.preventDefault()
  }
  const undone = (act: () => void) => {
    act()
    field.current?.focus()
  }
  return (
    <div ref={panel} className="library" role="presentation" onKeyDown={onKeyDown} onBlur={level.settle}>
      <Input
        ref={field}
        role="combobox"
        aria-label="查找指标"
        aria-expanded
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={chosen && optionId(listId, chosen.key)}
        placeholder="文字、拼音或首字母"
        autoComplete="off"
        spellCheck={false}
        value={search}
        onChange={({ target }) => {
          setSearch(target.value)
          setChosenKey(null)
          setNote('')
        }}
      />
      <p role="status" className="muted library-note">
        {note || (listed.length > 0 && howTo(template))}
      </p>
      {failure && <Failed failure={failure} retry={reload} />}
      {!items && <Loading what="指标库" />}
      {items && listed.length === 0 && (
        <div className="library-empty">
          <p className="muted">没有找到“{search.trim()}”。换个词，或者用拼音首字母试试。</p>
          <Button
            size="small"
            onClick={() => {
              setSearch('')
              choose(null)
            }}
          >
            清空，看全部指标
          </Button>
        </div>
      )}
      <LibraryList
        id={listId}
        groups={groups}
        held={held}
        chosen={chosen?.key ?? null}
        onChoose={choose}
        onInsert={insert}
      />
    </div>
  )
})

const howTo = ({ scope }: Template): string =>
  scope === 'unit' ? '↓ 选择，Enter 插入到光标所在的项目' : '↓ 选择，Enter 插入到光标行下面或同级指标后面'

/** 二级指标 of the cursor's row in the form's words; it stays while the person is in the panel, or the list would jump. */
function useSettledLevel(
  { view }: ActionContext,
  panel: RefObject<HTMLElement | null>,
): { value: string; settle: () => void } {
  const level = useStore(view.state, () => levelAtCursor(view))
  const [settled, setSettled] = useState(level)
  const settle = useCallback(() => {
    // the focus has moved on only a moment later
    setTimeout(() => {
      if (!panel.current?.contains(document.activeElement)) setSettled(levelAtCursor(view))
    })
  }, [panel, view])
  useEffect(settle, [settle, level])
  return { value: levelOnForm(view.editor.template, settled)?.subcategory ?? '', settle }
}
