/** Over the sheet of a project that is in the recycle bin: says so, and takes it out. */
import Button from 'antd/es/button'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { call } from '../../api.ts'
import { say, sayFailure } from '../../shell/notify.ts'
import { openTable } from '../table/open-tables.ts'
import type { TableEditor } from '../table/table-editor.ts'

export function DeletedBar({ editor, focusSheet }: { editor: TableEditor; focusSheet: () => void }): ReactNode {
  const isDeleted = useStore(editor.state, (state) => state.isDeleted)
  if (!isDeleted) return null
  const restore = async () => {
    const answer = await call('projects.restore', { ids: [editor.id] })
    if (!answer.ok) return sayFailure(answer.error)
    await openTable(editor.id)
    say('已从回收站恢复。')
    focusSheet()
  }
  return (
    <div className="quiet-bar deleted-bar" role="status">
      <span className="grow">这个项目在回收站里，项目列表里没有它。</span>
      <Button size="small" type="primary" onClick={() => void restore()}>
        恢复
      </Button>
    </div>
  )
}
