/** What the library offers on this form: the indicators of the workspace's tables, asked for once when the panel is shown, and the common ones. */
import { useDeferredValue, useMemo } from 'react'
import { useStore } from 'zustand'
import { commonIndicators } from '../../../../shared/library/common-indicators.ts'
import { heldKeys, libraryItems } from '../../../../shared/library/library-items.ts'
import type { Failure } from '../../../../shared/ipc/result.ts'
import type { Template } from '../../../../shared/templates/template.ts'
import { useCall } from '../../../calls/use-call.ts'
import { targetProject } from '../../commands/rows/insert-indicator.ts'
import type { SheetView } from '../../view/sheet-view.ts'
import { toSearchable } from './library-groups.ts'
import type { SearchableItem } from './library-groups.ts'

export interface Library {
  /** null while they are asked for. */
  items: SearchableItem[] | null
  /** Why those of the workspace are missing. */
  failure: Failure | null
  reload: () => void
}

export function useLibrary(template: Template, unitName: string): Library {
  const { result, reload } = useCall('entries.indicators', { unitName }, false)
  const items = useMemo(
    () => result && libraryItems(template, result.ok ? result.value : [], commonIndicators).map(toSearchable),
    [template, result],
  )
  return { items, failure: result && !result.ok ? result.error : null, reload }
}

/** Keys of the items that stand already where the next one would go; follows the table when there is time. */
export function useHeldKeys(view: SheetView): ReadonlySet<string> {
  const present = useDeferredValue(useStore(view.editor.state, ({ history }) => history.present))
  const project = useStore(view.state, () => targetProject(view))
  const record = project === null ? undefined : present[view.offset() + project]?.record
  return useMemo(() => (record ? heldKeys(view.template, record) : none), [view, record])
}

const none: ReadonlySet<string> = new Set()
