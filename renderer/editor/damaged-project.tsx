/**
 * A project whose bytes were changed on disk, instead of its table: what can still be read of it, drawn on its form, and what
 * can be done – back to a version that is whole, on with what reads, or away.
 */
import Alert from 'antd/es/alert'
import Button from 'antd/es/button'
import Popconfirm from 'antd/es/popconfirm'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { build } from '../../shared/layout/build.ts'
import { renderSheets } from '../../shared/print/html.ts'
import { pageCss } from '../../shared/print/page-css.ts'
import { templates } from '../calls/templates.ts'
import { originName } from '../../shared/model/origin.ts'
import type { DamagedLook } from '../../shared/model/stored/projects.ts'
import { call } from '../api.ts'
import { exactTime } from '../ui/clock-time.ts'
import { say, sayFailure } from '../shell/notify.ts'
import { Failed, Loading, StatePage } from '../ui/page-state.tsx'
import { goTo } from '../shell/place.ts'
import { useCall } from '../calls/use-call.ts'
import { useWidth } from '../ui/use-width.ts'

export interface DamagedProjectProps {
  id: string
  /** It is whole again: opens it. */
  mended: () => void
}

export function DamagedProject({ id, mended }: DamagedProjectProps): ReactNode {
  const { result, reload } = useCall('projects.look', { id })
  if (!result) return <Loading what="项目" />
  if (!result.ok) {
    return (
      <StatePage title="编辑">
        <Failed failure={result.error} retry={reload}>
          <Button onClick={() => goTo('projects')}>去项目列表</Button>
        </Failed>
      </StatePage>
    )
  }
  return <DamagedScreen look={result.value} mended={mended} />
}

function DamagedScreen({ look, mended }: { look: DamagedLook; mended: () => void }): ReactNode {
  const { id, name, deleted, record, versions } = look
  const shown = name === '' ? '未命名项目' : name
  const mend = async (version: number, words: string) => {
    const answer = await call('projects.mend', { id, version })
    if (!answer.ok) return sayFailure(answer.error)
    say(words)
    mended()
  }
  const takeAway = async () => {
    const answer = await call(deleted ? 'projects.purge' : 'projects.remove', { ids: [id], job: crypto.randomUUID() })
    if (!answer.ok) return sayFailure(answer.error)
    say(deleted ? '已彻底删除。' : '已放入回收站。')
    goTo('projects', deleted ? ['bin'] : [])
  }
  return (
    <div className="damaged-page">
      <header className="page-bar">
        <h1 className="editor-title" title={shown}>
          {shown}
        </h1>
        <span className="severity-error">已损坏</span>
        <span className="grow" />
        <Popconfirm
          title={deleted ? '彻底删除这个项目？' : '把这个项目放入回收站？'}
          description={deleted ? '彻底删除后不能恢复（备份里还有）。' : '在回收站里可以恢复或彻底删除。'}
          okText={deleted ? '彻底删除' : '放入回收站'}
          cancelText="取消"
          onConfirm={() => void takeAway()}
        >
          <Button danger>{deleted ? '彻底删除' : '删除'}</Button>
        </Popconfirm>
        <Button onClick={() => goTo('projects', deleted ? ['bin'] : [])}>返回项目</Button>
      </header>
      <Alert
        banner
        type="error"
        title="这个项目的内容在磁盘上被改变了（常见的原因是磁盘或 U 盘出错），不能保证正确，所以没有采用。其余项目不受影响。修复以前会自动备份一次，损坏的内容原样在那份备份里。"
      />
      <main className="damaged-body">
        <section className="damaged-ways" aria-label="可以怎样修复">
          <h2>恢复到历史版本</h2>
          {versions.length === 0 && <p className="muted">它没有历史版本。</p>}
          <ul className="plain-list">
            {versions.map(({ version, createdAt, origin, isWhole }) => (
              <li key={version} className="damaged-version">
                <span className="grow">
                  {exactTime(createdAt)} <span className="muted">{originName(origin)}</span>
                </span>
                <Popconfirm
                  title={`恢复到 ${exactTime(createdAt)} 的内容？`}
                  description="这以后的改动要对照右边还能读出的内容补上。"
                  okText="恢复"
                  cancelText="取消"
                  onConfirm={() => void mend(version, '已恢复到这个历史版本。')}
                >
                  <Button size="small" disabled={!isWhole}>
                    {isWhole ? '恢复到这一版' : '也已损坏'}
                  </Button>
                </Popconfirm>
              </li>
            ))}
          </ul>
          <h2>采用还能读出的内容</h2>
          <p className="muted">右边是还能读出的内容，请逐格核对；采用以后可以照常修改。</p>
          <Popconfirm
            title="采用右边还能读出的内容？"
            description="请先核对：有的字、数可能已经变了。"
            okText="采用"
            cancelText="取消"
            onConfirm={() => void mend(0, '已采用还能读出的内容，请逐格核对。')}
          >
            <Button size="small" disabled={record === null}>
              采用
            </Button>
          </Popconfirm>
          <h2>从备份恢复</h2>
          <p className="muted">损坏以前的备份里有它，但恢复备份会把所有项目都带回那个时候。</p>
          <Button size="small" onClick={() => goTo('settings', ['backup'])}>
            去备份
          </Button>
        </section>
        <section className="damaged-sheets" aria-label="还能读出的内容">
          {record === null ? <p className="muted">什么都读不出来了。</p> : <ReadableSheets look={look} />}
        </section>
      </main>
    </div>
  )
}

/** On its form; of a form this build does not know, on the one made for that, as everywhere. */
function ReadableSheets({ look: { template, record } }: { look: DamagedLook }): ReactNode {
  const html = useMemo(() => {
    const form = templates().shown(template) ?? templates().shown('')
    if (!form || !record) return ''
    const sheets = renderSheets([build(form, [record])], { title: '', cover: false, contents: false })
    return sheets.map((sheet) => sheet.html).join('')
  }, [template, record])
  const area = useRef<HTMLDivElement>(null)
  const widthPx = useWidth(area)
  const [zoom, setZoom] = useState(1)
  useEffect(() => {
    const sheet = area.current?.querySelector('section')
    if (sheet && widthPx > 0) setZoom(Math.min(1, widthPx / sheet.offsetWidth)) // offsetWidth is without the zoom around it
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another sheet is drawn
  }, [html, widthPx])
  return (
    <div ref={area}>
      <style>{pageCss}</style>
      {/* oxlint-disable-next-line react/no-danger -- own HTML, escaped in shared/print/escape-html.ts */}
      <div style={{ zoom }} dangerouslySetInnerHTML={{ __html: html }} />
    </div>
  )
}
