/** Lines over the page about the workspace itself: what happened to it, and what can be done. Nothing where all is well. */
import { useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { dateTime } from '../ui/clock-time.ts'
import { damagedNames, keepContents, useHealth } from './health.ts'
import { goTo } from './place.ts'
import type { PageName } from './place.ts'

/** Where the person looks at the workspace and not at one table. */
const overviews: readonly PageName[] = ['projects', 'settings']

const mostNotices = 4

/** As long as the page lives. */
const read = new Set<string>()

export function HealthBand({ page }: { page: PageName }): ReactNode {
  const { damaged, notices, gone, backup } = useHealth()
  const [, setReadCount] = useState(0)
  const isOverview = overviews.includes(page)
  const waiting = isOverview ? notices.filter((notice) => !read.has(notice)) : []
  const see = (notes: readonly string[]) => {
    for (const note of notes) read.add(note)
    setReadCount(read.size)
  }
  return (
    <>
      {gone !== null && (
        <div className="health-band health-error" role="alert">
          <span className="grow">{gone}</span>
          <Button small look="primary" onClick={() => void keepContents()}>
            把内容存成文件
          </Button>
        </div>
      )}
      {isOverview && damaged.length > 0 && <DamagedLine />}
      {page === 'settings' && backup !== null && (
        <div className="health-band health-error" role="alert">
          <span className="grow">
            每日自动备份从 {dateTime(backup.since)} 起没有做成：{backup.message}
            程序会在空闲时再试；也可以先“另存一份到别处”。
          </span>
        </div>
      )}
      {waiting.length > 0 && (
        <div className="health-band" role="status">
          <span className="grow">
            {waiting.slice(0, mostNotices).map((notice) => (
              <div key={notice}>{notice}</div>
            ))}
            {waiting.length > mostNotices && <div>还有 {waiting.length - mostNotices} 条这样的说明。</div>}
          </span>
          <Button small onClick={() => see(waiting)}>
            知道了
          </Button>
        </div>
      )}
    </>
  )
}

function DamagedLine(): ReactNode {
  const damaged = useHealth((health) => health.damaged)
  const [first] = damaged
  if (!first) return null
  return (
    <div className="health-band health-error" role="alert">
      <span className="grow">
        {damagedNames(damaged)}
        的内容在磁盘上被损坏，没有采用；其余项目照常可用，备份也照常做。打开它可以看还能读出的内容、恢复到历史版本，或者删除；也可以在“备份”里恢复损坏以前的一份。
      </span>
      {damaged.slice(0, 3).map(({ id, name }) => (
        <Button key={id} small onClick={() => goTo('edit', [id])}>
          查看{damaged.length > 1 ? `“${name === '' ? '未命名项目' : name}”` : ''}
        </Button>
      ))}
      <Button small onClick={() => goTo('settings', ['backup'])}>
        备份
      </Button>
    </div>
  )
}
