/**
 * After a paste that looks like a whole form: the offer to take it in as a whole (整体导入). The cells are pasted already;
 * accepting takes them back and replaces the records in one step of undo, declining leaves them, and so does going on with
 * the table in any other way.
 */
import { formName } from '../table/spot.ts'
import { createStore } from 'zustand/vanilla'
import type { Grid } from '../../../shared/layout/grid.ts'
import type { Records } from '../../../shared/layout/edit.ts'
import type { ProjectRecord } from '../../../shared/model/project.ts'
import type { SheetView } from '../view/sheet-view.ts'
import type { Template } from '../../../shared/templates/template.ts'
import type { Entry } from '../table/entries.ts'
import { templates } from '../../calls/templates.ts'
import { startPasteJob } from './large/start-paste-job.ts'
import { withPastedRecords } from './with-pasted-records.ts'

export interface PasteOffer {
  view: SheetView
  pasted: ProjectRecord[]
  /** Index in the view's records of the one under the cursor. */
  at: number
  /** The table right after the cells were pasted, and whether that changed anything. */
  after: Entry[]
  cellsPasted: boolean
  replace: (records: Records) => Records
}

export const pasteOffer = createStore<{ offer: PasteOffer | null }>(() => ({ offer: null }))

let endFollowing: () => void = () => undefined

export function declineOffer(): void {
  endFollowing()
  endFollowing = () => undefined
  pasteOffer.setState({ offer: null })
}

/** Smaller blocks are cells, whatever they say; the reader is not asked. */
const fewestRows = 4

/** Offers when the grid holds a whole form. Called when its cells have been pasted; `before`: the table before that. */
export async function offerWholeForm(view: SheetView, grid: Grid, before: Entry[]): Promise<void> {
  declineOffer()
  if (grid.rows < fewestRows || view.name !== formName) return
  const after = view.editor.entries()
  const pasted = await recognised(grid, view.template)
  offerPasted(view, pasted, { before, after })
}

/** Off the page's thread, for the reader meets whatever another program wrote; [] also where it does not end. */
const recognised = (grid: Grid, template: Template): Promise<ProjectRecord[]> =>
  new Promise((resolve) => {
    startPasteJob(
      { do: 'recognise', grid, template, templates: templates().all },
      (reply) => resolve(reply.is === 'recognised' ? reply.records : []),
      () => resolve([]),
    )
  })

/** `before`, `after`: the table without and with the pasted cells. */
export function offerPasted(
  view: SheetView,
  pasted: ProjectRecord[],
  { before, after }: { before: Entry[]; after: Entry[] },
): void {
  if (pasted.length === 0 || view.name !== formName || view.editor.entries() !== after) return
  const at = recordAtCursor(view)
  const replace = (records: Records) => withPastedRecords(view.template, records, pasted, at)
  pasteOffer.setState({ offer: { view, pasted, at, after, cellsPasted: after !== before, replace } })
  endFollowing = view.editor.state.subscribe(({ history }) => {
    if (history.present !== after) declineOffer()
  })
}

function recordAtCursor(view: SheetView): number {
  const { sheet, selection } = view.state.getState()
  const item = sheet.layout.rows[selection.anchor.row]?.item
  return item?.of === 'record' ? item.index : 0
}

/** The pasted cells are taken back where nothing was changed since, so that undo leads to the table before the paste. */
export function acceptOffer({ view, after, cellsPasted, replace }: PasteOffer): void {
  declineOffer()
  if (cellsPasted && view.editor.entries() === after) view.editor.undo()
  view.change('整体导入', replace)
}
