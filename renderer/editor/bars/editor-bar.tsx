/** The bar above the sheet: what is open, and the buttons people reach for; all of them read the actions. */
import ArrowDownOutlined from '@ant-design/icons/es/icons/ArrowDownOutlined'
import ArrowUpOutlined from '@ant-design/icons/es/icons/ArrowUpOutlined'
import CopyOutlined from '@ant-design/icons/es/icons/CopyOutlined'
import DeleteRowOutlined from '@ant-design/icons/es/icons/DeleteRowOutlined'
import InsertRowBelowOutlined from '@ant-design/icons/es/icons/InsertRowBelowOutlined'
import MenuUnfoldOutlined from '@ant-design/icons/es/icons/MenuUnfoldOutlined'
import RedoOutlined from '@ant-design/icons/es/icons/RedoOutlined'
import SafetyOutlined from '@ant-design/icons/es/icons/SafetyOutlined'
import UndoOutlined from '@ant-design/icons/es/icons/UndoOutlined'
import VerticalAlignBottomOutlined from '@ant-design/icons/es/icons/VerticalAlignBottomOutlined'
import Button from 'antd/es/button'
import Tooltip from 'antd/es/tooltip'
import { memo } from 'react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { Action, ActionContext } from '../actions/actions.ts'
import { findAction, runAction } from '../actions/actions.ts'
import { shortcutText } from '../../ui/shortcut.ts'
import { TableYear } from './table-year.tsx'
import { ZoomSelect } from './zoom-select.tsx'

const buttons: [id: string, icon: ReactNode, text?: string][][] = [
  [
    ['undo', <UndoOutlined key="i" />],
    ['redo', <RedoOutlined key="i" />],
  ],
  [
    ['insert-below', <InsertRowBelowOutlined key="i" />, '插入行'],
    ['remove-row', <DeleteRowOutlined key="i" />, '删除行'],
    ['duplicate-row', <CopyOutlined key="i" />],
    ['move-up', <ArrowUpOutlined key="i" />],
    ['move-down', <ArrowDownOutlined key="i" />],
  ],
  [
    ['fill-down', <VerticalAlignBottomOutlined key="i" />],
    ['check', <SafetyOutlined key="i" />, '检查'],
  ],
]

export interface EditorBarProps {
  context: ActionContext
  title: string
  panelOpen: boolean
  togglePanel: () => void
}

export function EditorBar({ context, title, panelOpen, togglePanel }: EditorBarProps): ReactNode {
  const { template } = context.view.editor
  return (
    <header className="page-bar editor-bar" aria-label="工具栏" data-area="bar">
      <h1 className="editor-title" title={title}>
        {title === '' ? '未命名项目' : title}
      </h1>
      <span className="muted editor-template">{template.name}</span>
      <TableYear editor={context.view.editor} focusSheet={context.focusSheet} />
      {buttons.map((group) => (
        <span key={group[0]?.[0]} className="bar-group">
          {group.map(([id, icon, text]) => (
            <ActionButton key={id} id={id} icon={icon} text={text} context={context} />
          ))}
        </span>
      ))}
      <span className="grow" />
      <ZoomSelect done={() => context.focusSheet()} />
      <Button type="primary" onClick={() => context.preview()}>
        预览和导出
      </Button>
      <Tooltip title={panelOpen ? '收起右侧面板' : '打开右侧面板'}>
        <Button
          icon={<MenuUnfoldOutlined rotate={panelOpen ? 0 : 180} />}
          aria-label={panelOpen ? '收起右侧面板' : '打开右侧面板'}
          aria-expanded={panelOpen}
          onClick={togglePanel}
        />
      </Tooltip>
    </header>
  )
}

interface ActionButtonProps {
  id: string
  icon: ReactNode
  text: string | undefined
  context: ActionContext
}

function ActionButton({ id, icon, text, context }: ActionButtonProps): ReactNode {
  const action = findAction(id)
  if (!action) return null
  return <EnabledButton action={action} icon={icon} text={text} context={context} />
}

/** Drawn again only when the action becomes possible or impossible, not at every move of the cursor. */
const EnabledButton = memo(function EnabledButton({
  action,
  icon,
  text,
  context,
}: Omit<ActionButtonProps, 'id'> & { action: Action }): ReactNode {
  const { view } = context
  const byTable = useStore(view.editor.state, () => action.enabled(context))
  const bySelection = useStore(view.state, () => action.enabled(context))
  const shortcut = action.shortcuts[0]
  return (
    <Button
      type="text"
      icon={icon}
      aria-label={action.label}
      title={shortcut ? `${action.label}（${shortcutText(shortcut)}）` : action.label}
      disabled={!(byTable && bySelection)}
      // the sheet keeps the focus, so that typing goes on where it was
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => runAction(action, context)}
    >
      {text}
    </Button>
  )
})
