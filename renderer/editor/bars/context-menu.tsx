/** The menu of the right mouse button on the sheet, read from the actions. */
import Dropdown from 'antd/es/dropdown'
import { useState } from 'react'
import type { ReactNode, RefObject } from 'react'
import type { ActionContext } from '../actions/actions.ts'
import { findAction, runAction } from '../actions/actions.ts'
import { shortcutText } from '../../ui/shortcut.ts'

const groups = [
  ['cut', 'copy', 'paste', 'clear'],
  ['insert-above', 'insert-below', 'duplicate-row', 'remove-row'],
  ['row-level', 'move-up', 'move-down', 'sort-rows'],
  ['fill-down', 'fill-right', 'fill-usual'],
  ['comment'],
  ['sum-totals', 'fill-plan', 'money-unit'],
]

/** Shown only where they have something to do: most forms have no plan, most totals are right. */
const occasional = ['fill-usual', 'sum-totals', 'fill-plan', 'money-unit']

export interface ContextMenuProps {
  context: ActionContext
  inputRef: RefObject<HTMLTextAreaElement | null>
  children: ReactNode
}

const shownGroups = (context: ActionContext): string[][] =>
  groups
    .map((group) => group.filter((id) => !occasional.includes(id) || findAction(id)?.enabled(context)))
    .filter((group) => group.length > 0)

export function ContextMenu({ context, inputRef, children }: ContextMenuProps): ReactNode {
  const [open, setOpen] = useState(false)
  const items = open
    ? shownGroups(context).flatMap((group, index) => [
        ...(index > 0 ? [{ type: 'divider' as const, key: `line-${index}` }] : []),
        ...group.flatMap((id) => {
          const action = findAction(id)
          if (!action) return []
          return [
            {
              key: id,
              disabled: !action.enabled(context),
              label: action.label,
              extra: action.shortcuts[0] ? shortcutText(action.shortcuts[0]) : undefined,
            },
          ]
        }),
      ])
    : []
  return (
    <Dropdown
      trigger={['contextMenu']}
      align={{ offset: [0, 0], overflow: { adjustX: true, adjustY: true, shiftX: true, shiftY: true } }} // all of it in sight, low on the screen too
      autoFocus // arrows and Enter choose, opened by the mouse or by Shift+F10
      open={open}
      onOpenChange={(isOpen) => {
        setOpen(isOpen)
        if (!isOpen) inputRef.current?.focus({ preventScroll: true })
      }}
      menu={{
        items,
        onClick: ({ key, domEvent }) => {
          domEvent.preventDefault() // an Enter that chose must not go on into the sheet
          setOpen(false)
          const action = findAction(key)
          if (action) runAction(action, context)
          inputRef.current?.focus({ preventScroll: true })
        },
      }}
    >
      <div className="context-area">{children}</div>
    </Dropdown>
  )
}
