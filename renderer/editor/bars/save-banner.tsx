/** Shown only while something could not be saved: what is wrong, that nothing is lost, and what can be done. */
import Alert from 'antd/es/alert'
import Button from 'antd/es/button'
import Space from 'antd/es/space'
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { call } from '../../api.ts'
import { useHealth } from '../../shell/health.ts'
import { keepCopy } from '../../unsaved/keep-copy.ts'
import { sayFailure } from '../../shell/notify.ts'
import { reopen } from '../table/open-tables.ts'
import type { TableEditor } from '../table/table-editor.ts'
import { toUnsaved } from '../table/unsaved-table.ts'

export function SaveBanner({ editor }: { editor: TableEditor }): ReactNode {
  const save = useStore(editor.state, (state) => state.save)
  const isGone = useHealth(({ gone }) => gone !== null)
  const isWaiting = save.kind === 'failed' && !save.isConflict
  useEffect(() => {
    if (!isGone && isWaiting) void editor.autosave.flush() // the file has a place again: nothing waits out its pause
    // oxlint-disable-next-line react/exhaustive-deps -- only when the file comes back, not at every failure
  }, [isGone])
  if (save.kind !== 'failed' || isGone) return null // the band over the page says it, and what to do
  /** Takes what the store has now; `mine` keeps what was changed here over that, and saves it. */
  const settle = async (mine: boolean) => {
    const answer = await call('projects.open', { id: editor.id })
    if (!answer.ok) return sayFailure(answer.error)
    if (answer.value.template !== editor.template.id) return reopen(editor, answer.value)
    if (!mine) return editor.replace(answer.value, '载入最新内容')
    editor.keepOver(answer.value)
    await editor.autosave.flush()
  }
  return (
    <Alert
      banner
      type="error"
      title={`未保存：${save.message}`}
      action={
        <Space>
          <Button size="small" onClick={() => void keepCopy([toUnsaved(editor)])}>
            另存一份
          </Button>
          {save.isConflict ? (
            <>
              <Button size="small" onClick={() => void settle(false)}>
                载入最新内容
              </Button>
              <Button size="small" danger onClick={() => void settle(true)}>
                保留我的内容
              </Button>
            </>
          ) : (
            <Button size="small" onClick={() => void editor.autosave.flush()}>
              立即重试
            </Button>
          )}
        </Space>
      }
    />
  )
}
