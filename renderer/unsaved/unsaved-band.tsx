/**
 * Above every page while something of another place is not saved: what, why, and what can be done. In the first script and
 * without antd, because the program that would fetch more may be what is missing.
 */
import { useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { keepCopy } from './keep-copy.ts'
import { goTo, usePlace } from '../shell/place.ts'
import { unsavedElsewhere, useUnsaved } from './unsaved.ts'

export function UnsavedBand(): ReactNode {
  const items = useUnsaved((state) => state.items)
  const place = usePlace((state) => state.place)
  const [isBusy, setBusy] = useState(false)
  const elsewhere = unsavedElsewhere(items.values(), place)
  const [first] = elsewhere
  if (!first) return null
  const failed = elsewhere.find(({ failure }) => failure)
  const retry = async () => {
    setBusy(true)
    await Promise.all(elsewhere.map((item) => item.flush()))
    setBusy(false)
  }
  const shown = failed ?? first
  return (
    <div className={`unsaved-band${failed ? '' : ' unsaved-waiting'}`} role={failed ? 'alert' : 'status'}>
      <span className="unsaved-text">
        {named(elsewhere.map(({ name }) => name))}
        {failed?.failure ? `还没有保存：${failed.failure.message}` : '正在保存…'}
        {place.page === 'preview' && '预览和导出的是上次保存的内容。'}
      </span>
      {failed && (
        <span className="unsaved-actions">
          <Button small onClick={() => goTo('edit', [shown.id])}>
            回到这张表
          </Button>
          {!failed.failure?.isConflict && (
            <Button small busy={isBusy} onClick={() => void retry()}>
              立即重试
            </Button>
          )}
          <Button small onClick={() => void keepCopy(elsewhere)}>
            另存一份
          </Button>
        </span>
      )}
    </div>
  )
}

function named(names: readonly string[]): string {
  const shown = names.slice(0, 2).map((name) => `“${name}”`)
  return names.length > 2 ? `${shown.join('、')}等 ${names.length} 张表` : shown.join('、')
}
