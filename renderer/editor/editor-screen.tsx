/** The editor's screen: bar, sheet on its desk, indicators of a list form below, panel at the right, status line. */
import { useCallback, useDeferredValue, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { fiscalYearName } from '../../shared/identity/fiscal-year.ts'
import { on } from '../api.ts'
import { useAreaKeys } from '../shell/use-area-keys.ts'
import { useWheelZoom } from '../ui/use-wheel-zoom.ts'
import { noteDraft } from './commands/note-draft.ts'
import { createContext } from './actions/action-context.ts'
import { actionOfChord, findAction, runAction } from './actions/actions.ts'
import { ContextMenu } from './bars/context-menu.tsx'
import { DamagedMates } from './bars/damaged-mates.tsx'
import { DeletedBar } from './bars/deleted-bar.tsx'
import { EditorBar } from './bars/editor-bar.tsx'
import { FindBar } from './find/find-bar.tsx'
import { closeFind } from './find/find-state.ts'
import { IndicatorInset } from './indicator-inset.tsx'
import { giveUpPaste } from './clipboard/large/large-paste.ts'
import { LargePasteBar } from './clipboard/large/large-paste-bar.tsx'
import { PasteOfferBar } from './clipboard/paste-offer-bar.tsx'
import { MoneyUnitDialog } from './bars/money-unit-dialog.tsx'
import { SaveBanner } from './bars/save-banner.tsx'
import { Sheet } from './sheet/sheet.tsx'
import { chordOf } from '../ui/shortcut.ts'
import type { KeyChord } from '../ui/shortcut.ts'
import { SidePanel } from './panels/side-panel.tsx'
import { StatusLine } from './bars/status-line.tsx'
import type { Entry } from './table/entries.ts'
import type { TableEditor } from './table/table-editor.ts'
import { useEditorView } from './use-editor.ts'
import { useFitWidth } from './sheet/use-fit-width.ts'
import { usePackedCell } from './use-packed-cell.ts'
import { useHomelessText } from './use-homeless-text.tsx'
import { useRefusedChange } from './use-refused-change.ts'
import { useUnreadNote } from './use-unread-note.ts'
import type { SheetView } from './view/sheet-view.ts'
import { setZoom, stepZoom } from './view/zoom.ts'

/** Below it (1366 at 150 %) the panel would leave the sheet too little; it opens on demand. */
const widthForPanelPx = 1040

/** A key press as React and the browser both report it. */
type PressedKey = KeyChord & Pick<Event, 'target' | 'defaultPrevented' | 'preventDefault'>

/** The table's project, or the unit of a list form. */
const titleOf = ({ template }: TableEditor, first: Entry | undefined): string =>
  (template.scope === 'unit' ? first?.record.unit.name : first?.record.project.name) ?? ''

export interface EditorScreenProps {
  editor: TableEditor
  /** Id of the project it was asked for by: on a list form the cursor goes there. */
  project: string
}

export function EditorScreen({ editor, project }: EditorScreenProps): ReactNode {
  const view = useEditorView(editor, project)
  const input = useRef<HTMLTextAreaElement>(null)
  const desk = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState<SheetView>(view)
  const [panelOpen, setPanelOpen] = useState(() => window.innerWidth >= widthForPanelPx)
  // the sheet is on the screen and takes letters first; bar and panel follow at once
  const isSheetDrawn = useDeferredValue(true, false)
  const focusSheet = useCallback(() => input.current?.focus({ preventScroll: true }), [])
  const packed = usePackedCell(view, focusSheet)
  useUnreadNote(editor)
  useRefusedChange(view)
  useHomelessText(view)
  const zoom = useFitWidth(desk, view)
  useWheelZoom(desk, (by) => setZoom(stepZoom(zoom, by)))
  const context = useMemo(
    // oxlint-disable-next-line react/refs -- actions focus the sheet when they run, never while drawing
    () => createContext(view, focusSheet, zoom, packed.visit),
    [view, focusSheet, zoom, packed.visit],
  )
  const activeContext = useMemo(() => ({ ...context, view: active }), [context, active])
  useEffect(focusSheet, [focusSheet])
  useAreaKeys('sheet')
  useEffect(() => noteDraft.subscribe(({ draft }) => draft && setPanelOpen(true)), [])
  useEffect(
    () =>
      on('action.run', ({ action }) => {
        const found = findAction(action)
        if (found) runAction(found, activeContext)
      }),
    [activeContext],
  )
  /** Shortcuts while the focus is on a button of the bar or panel. */
  const onKeyDown = (event: PressedKey) => {
    if (event.key === 'Escape' && !event.defaultPrevented && (giveUpPaste() || closeFind())) return
    const isField = event.target instanceof HTMLElement && event.target.closest('input, textarea') !== null
    if (event.defaultPrevented || isField) return
    const action = actionOfChord(chordOf(event))
    if (!action || ['cut', 'copy', 'paste', 'clear', 'select-all'].includes(action.id)) return
    event.preventDefault()
    runAction(action, activeContext)
  }
  // The focus can fall to nowhere (a focused button that is disabled or taken away): the next key belongs to the sheet.
  const onLostKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.target !== document.body) return
    focusSheet()
    onKeyDown(event)
  })
  useEffect(() => {
    document.addEventListener('keydown', onLostKey)
    return () => document.removeEventListener('keydown', onLostKey)
  }, [])
  const closePacked = () => {
    packed.close()
    setActive(view)
    focusSheet()
  }
  const title = useStore(editor.state, ({ history }) => titleOf(editor, history.present[0]))
  const year = useStore(editor.state, ({ fiscalYear }) => fiscalYearName(fiscalYear))
  const named = `${title || '未命名项目'}，${year}`
  useEffect(() => {
    document.title = `${named} - 绩表`
    return () => void (document.title = '绩表')
  }, [named])
  return (
    <div className="editor" onKeyDown={onKeyDown} role="presentation">
      {isSheetDrawn ? (
        <EditorBar
          context={activeContext}
          title={title}
          panelOpen={panelOpen}
          togglePanel={() => setPanelOpen(!panelOpen)}
        />
      ) : (
        <header className="page-bar editor-bar" />
      )}
      <SaveBanner editor={editor} />
      <DeletedBar editor={editor} focusSheet={focusSheet} />
      <DamagedMates editor={editor} />
      <LargePasteBar editor={editor} focusSheet={focusSheet} />
      <PasteOfferBar editor={editor} focusSheet={focusSheet} />
      <FindBar key={active.name} view={active} focusSheet={focusSheet} visit={packed.visit} />
      <div className="editor-middle">
        <main className="editor-main">
          <div className="desk" data-area="sheet" ref={desk} onFocus={() => setActive(view)}>
            <ContextMenu context={context} inputRef={input}>
              <Sheet
                view={view}
                label={`${named}，${editor.template.title}`}
                zoom={zoom}
                inputRef={input}
                context={context}
                openedProject={packed.shown}
                openPacked={packed.open}
              />
            </ContextMenu>
          </div>
          {packed.shown !== null && (
            <IndicatorInset
              key={packed.shown}
              editor={editor}
              projectKey={packed.shown}
              arrival={packed.arrival}
              context={context}
              activate={setActive}
              close={closePacked}
            />
          )}
        </main>
        {panelOpen &&
          (isSheetDrawn ? (
            <SidePanel view={view} context={activeContext} inputRef={input} />
          ) : (
            <div className="side-panel" />
          ))}
      </div>
      <StatusLine view={active} />
      <MoneyUnitDialog undo={() => context.undo()} focusSheet={focusSheet} />
    </div>
  )
}
