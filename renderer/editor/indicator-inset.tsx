/** The indicators of one project of a list form as a grid below the form, instead of one packed cell. */
import CloseOutlined from '@ant-design/icons/es/icons/CloseOutlined'
import Button from 'antd/es/button'
import { useEffect, useMemo, useRef } from 'react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { ActionContext } from './actions/actions.ts'
import { appendItem } from './commands/rows/row-commands.ts'
import { ContextMenu } from './bars/context-menu.tsx'
import { afterPaint } from './table/after-paint.ts'
import { keepDrafts } from './draft-keeper.ts'
import { indicatorsOf } from './view/indicator-view.ts'
import { commitCell } from './commands/sheet-commands.ts'
import { clampSelection } from './grid/selection.ts'
import type { Selection } from './grid/selection.ts'
import { openSheetView } from './view/sheet-view.ts'
import type { SheetView } from './view/sheet-view.ts'
import { setZoom, stepZoom } from './view/zoom.ts'
import { Sheet } from './sheet/sheet.tsx'
import { useHomelessText } from './use-homeless-text.tsx'
import type { TableEditor } from './table/table-editor.ts'
import { useFitWidth } from './sheet/use-fit-width.ts'
import { useWheelZoom } from '../ui/use-wheel-zoom.ts'

export interface IndicatorInsetProps {
  editor: TableEditor
  projectKey: string
  /** Where undo or redo wants the cursor; a new object each time. */
  arrival: Selection | null
  context: ActionContext
  activate: (view: SheetView) => void
  close: () => void
}

export function IndicatorInset({
  editor,
  projectKey,
  arrival,
  context,
  activate,
  close,
}: IndicatorInsetProps): ReactNode {
  const view = useMemo(() => openSheetView(editor, indicatorsOf(editor, projectKey)), [editor, projectKey])
  const input = useRef<HTMLTextAreaElement>(null)
  const desk = useRef<HTMLDivElement>(null)
  const zoom = useFitWidth(desk, view)
  useWheelZoom(desk, (by) => setZoom(stepZoom(zoom, by)))
  const name = useStore(
    editor.state,
    (state) => state.history.present.find((entry) => entry.key === projectKey)?.record.project.name,
  )
  useHomelessText(view)
  const own = useMemo(() => ({ ...context, view }), [context, view])
  useEffect(() => {
    input.current?.focus({ preventScroll: true })
    const endDrafts = keepDrafts(view, localStorage, afterPaint)
    return () => {
      commitCell(view)
      endDrafts()
      view.close()
    }
  }, [view])
  useEffect(() => {
    if (!arrival) return
    view.state.setState(({ sheet }) => ({ selection: clampSelection(sheet, arrival) }))
    input.current?.focus({ preventScroll: true })
  }, [view, arrival])
  useEffect(() => {
    if (name === undefined) close() // the project's row was deleted or its adding undone
  }, [name, close])
  return (
    <section
      className="inset"
      aria-label="绩效指标"
      data-area="indicators"
      onFocus={() => activate(view)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return
        event.preventDefault()
        close()
      }}
    >
      <header className="inset-bar">
        <h2>绩效指标</h2>
        <span className="muted inset-name">{name}</span>
        <Button size="small" onClick={() => appendItem(view)}>
          加一行指标
        </Button>
        <Button size="small" icon={<CloseOutlined />} onClick={close}>
          收起（Esc）
        </Button>
      </header>
      <div className="desk inset-desk" ref={desk}>
        <ContextMenu context={own} inputRef={input}>
          <Sheet
            view={view}
            label={`${name ?? ''}的绩效指标`}
            zoom={Math.min(zoom, 1.1)}
            inputRef={input}
            context={own}
          />
        </ContextMenu>
      </div>
    </section>
  )
}
