/** 预览: the pages exactly as they print, of one table or a volume; thumbnails, zoom, print, export. */
import Button from 'antd/es/button'
import Checkbox from 'antd/es/checkbox'
import Select from 'antd/es/select'
import { useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { ExportDialog } from '../ui/export-dialog.tsx'
import { Empty, Failed, Loading, StatePage } from '../ui/page-state.tsx'
import { goTo } from '../ui/place.ts'
import { PageThumbnails } from './page-thumbnails.tsx'
import { PrintedPages } from './printed-pages.tsx'
import { printSheets } from './print-sheets.ts'
import { useLayouts } from './use-layouts.ts'
import { useSheets } from './use-sheets.ts'
import './preview.css'

const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2]
/** How far a key leads from the page that is shown; Home and End are kept inside by the caller. */
const pageKeys: Record<string, number> = { PageDown: 1, PageUp: -1, Home: -Infinity, End: Infinity }

export default function PreviewPage({ ids }: { ids: string[] }): ReactNode {
  const { result, reload, done } = useLayouts(ids)
  const [zoom, setZoom] = useState<number | 'fit'>('fit')
  const [front, setFront] = useState(false)
  const [current, setCurrent] = useState(0)
  const isAsked = useRef(false)
  const [exporting, setExporting] = useState(false)
  const tables = useMemo(() => (result?.ok ? result.value.tables : []), [result])
  const title = tables.length === 1 ? (tables[0]?.title ?? '') : '项目支出绩效目标表'
  const { sheets, isComplete } = useSheets(tables, title, front)
  if (ids.length === 0) {
    return (
      <StatePage title="预览">
        <Empty text="还没有选要预览的表。请在“项目”里选择一个或几个项目，再按“预览和打印”。">
          <Button type="primary" onClick={() => goTo('projects')}>
            去选项目
          </Button>
        </Empty>
      </StatePage>
    )
  }
  if (!result) return <Loading what={ids.length > 1 ? `预览（${done} / ${ids.length}）` : '预览'} />
  if (!result.ok) {
    return (
      <StatePage title="预览">
        <Failed failure={result.error} retry={reload}>
          <Button onClick={() => goTo('projects')}>去项目列表</Button>
        </Failed>
      </StatePage>
    )
  }
  const { projects } = result.value
  /** The scrolling that a choice causes does not choose again: the last pages may not reach the top. */
  const onScrolled = (index: number) => {
    if (!isAsked.current) setCurrent(index)
    isAsked.current = false
  }
  const goToSheet = (index: number) => {
    isAsked.current = true
    setCurrent(index)
    document.getElementById(`sheet-${index}`)?.scrollIntoView({ block: 'start' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.ctrlKey || event.altKey ? undefined : pageKeys[event.key]
    const isField =
      event.target instanceof HTMLElement &&
      event.target.closest('input:not([type=checkbox]), [role=combobox], [role=dialog]')
    if (step === undefined || isField) return
    event.preventDefault()
    goToSheet(Math.max(0, Math.min(sheets.length - 1, current + step)))
  }
  return (
    <div className="preview-page" onKeyDown={onKeyDown} role="presentation">
      <header className="page-bar">
        <h1 className="editor-title" title={title}>
          预览
        </h1>
        <span className="muted one-line preview-title" title={title}>
          {title}
        </span>
        <span className="muted" role="status">
          第 {current + 1} 页，共 {sheets.length} 页{isComplete ? '' : '（正在排版…）'}
        </span>
        {tables.length > 1 && (
          <Checkbox checked={front} onChange={(event) => setFront(event.target.checked)}>
            封面和目录
          </Checkbox>
        )}
        <span className="grow" />
        <Select<number | 'fit'>
          aria-label="缩放"
          className="preview-zoom"
          value={zoom}
          onChange={setZoom}
          options={[
            { value: 'fit' as const, label: '适合宽度' },
            ...zooms.map((value) => ({ value, label: `${value * 100}%` })),
          ]}
        />
        {ids.length === 1 && <Button onClick={() => goTo('edit', ids)}>返回编辑</Button>}
        <Button disabled={!isComplete} onClick={() => void printSheets(projects, sheets)}>
          打印
        </Button>
        <Button type="primary" onClick={() => setExporting(true)}>
          导出
        </Button>
      </header>
      <div className="preview">
        <PageThumbnails sheets={sheets} current={current} choose={goToSheet} />
        <PrintedPages sheets={sheets} zoom={zoom} onCurrent={onScrolled} />
      </div>
      {exporting && <ExportDialog ids={projects} close={() => setExporting(false)} />}
    </div>
  )
}
