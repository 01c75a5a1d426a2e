/** 编辑: opens a table and shows its editor, or why it cannot be opened. One instance a table (app.tsx keys it by id). */
import Button from 'antd/es/button'
import { useCallback, useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import type { Result } from '../../shared/ipc/result.ts'
import { Empty, Failed, Loading, StatePage } from '../ui/page-state.tsx'
import { goTo } from '../shell/place.ts'
import { DamagedProject } from './damaged-project.tsx'
import { EditorScreen } from './editor-screen.tsx'
import { onReopened, openTable, takePrepared } from './table/open-tables.ts'
import type { TableEditor } from './table/table-editor.ts'
import './editor.css'

export default function EditorPage({ id }: { id: string | undefined }): ReactNode {
  const [start] = useState(() => (id === undefined ? null : takePrepared(id)))
  const [result, setResult] = useState<Result<TableEditor> | null>(start instanceof Promise ? null : start)
  const load = useCallback(() => {
    if (id !== undefined) void openTable(id).then(setResult)
  }, [id])
  useEffect(() => {
    if (start === null) load()
    else if (start instanceof Promise) void start.then(setResult)
  }, [start, load])
  useEffect(
    () =>
      onReopened((old, fresh) =>
        setResult((shown) => (shown?.ok && shown.value === old ? { ok: true, value: fresh } : shown)),
      ),
    [],
  )
  if (id === undefined) {
    return (
      <StatePage title="编辑">
        <Empty text="还没有打开表。请在“项目”里选一个项目。">
          <Button type="primary" onClick={() => goTo('projects')}>
            去选项目
          </Button>
        </Empty>
      </StatePage>
    )
  }
  if (!result) return <Loading what="表格" />
  if (!result.ok && result.error.code === 'project-damaged') return <DamagedProject id={id} mended={load} />
  if (!result.ok) {
    return (
      <StatePage title="编辑">
        <Failed failure={result.error} retry={load}>
          <Button onClick={() => goTo('projects')}>去项目列表</Button>
        </Failed>
      </StatePage>
    )
  }
  const { openedBy, template } = result.value
  return <EditorScreen key={`${openedBy} ${template.id}`} editor={result.value} project={id} />
}
