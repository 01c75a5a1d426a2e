/** The pages exactly as they print, of one table or a volume: thumbnails, paging, zoom, print, export; keys in preview-keys.ts. */
import Button from 'antd/es/button'
import Checkbox from 'antd/es/checkbox'
import Select from 'antd/es/select'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { Layout } from '../../shared/layout/layout.ts'
import { ExportDialog } from '../files/export-dialog.tsx'
import { goTo } from '../shell/place.ts'
import { useWheelZoom } from '../ui/use-wheel-zoom.ts'
import { useWidth } from '../ui/use-width.ts'
import { nextStep } from '../ui/zoom-steps.ts'
import { PageThumbnails } from './page-thumbnails.tsx'
import { previewCommand } from './preview-keys.ts'
import { PrintedPages } from './printed-pages.tsx'
import { printSheets } from './print-sheets.ts'
import { sheetSizePx } from './sheet-html.tsx'
import { useSheets } from './use-sheets.ts'

type PageZoom = number | 'fit'
const pageZooms = [0.5, 0.75, 1, 1.25, 1.5, 2]

/** Around the pages, and a scroll bar (preview.css). */
const marginsPx = 48

export interface PreviewScreenProps {
  tables: readonly Layout[]
  /** Which table, of which year. */
  name: string
  /** Ids of the projects on them, for print and export. */
  projects: string[]
  /** Sentences about what is not on them. */
  leftOut: readonly string[]
  /** The one project to go back to; null for a volume. */
  edited: string | null
}

export function PreviewScreen({ tables, name, projects, leftOut, edited }: PreviewScreenProps): ReactNode {
  const [zoom, setZoom] = useState<PageZoom>('fit')
  const [front, setFront] = useState(false)
  const [current, setCurrent] = useState(0)
  const isAsked = useRef(false)
  const [exporting, setExporting] = useState(false)
  const title = tables.length === 1 ? (tables[0]?.title ?? '') : '项目支出绩效目标表'
  const { sheets, isComplete } = useSheets(tables, title, front)
  const area = useRef<HTMLElement>(null)
  useEffect(() => area.current?.focus({ preventScroll: true }), [])
  const widthPx = useWidth(area)
  const widest = sheets.reduce((width, sheet) => Math.max(width, sheetSizePx(sheet).width), 1)
  // 适合宽度: the widest page is as wide as the screen allows, never larger than on paper
  const scale = zoom === 'fit' ? Math.max(0.3, Math.min(1, (widthPx - marginsPx) / widest)) : zoom
  const zoomBy = (by: 1 | -1) => setZoom(nextStep(pageZooms, scale, by))
  useWheelZoom(area, zoomBy)

  /** The scrolling that a choice causes does not choose again: the last pages may not reach the top. */
  const onScrolled = (index: number) => {
    if (!isAsked.current) setCurrent(index)
    isAsked.current = false
  }
  const goToSheet = (index: number) => {
    const kept = Math.max(0, Math.min(sheets.length - 1, index))
    isAsked.current = true
    setCurrent(kept)
    document.getElementById(`sheet-${kept}`)?.scrollIntoView({ block: 'start' })
  }
  const print = () => {
    if (isComplete) void printSheets(projects, sheets)
  }
  // Wherever the focus is, also nowhere: a pressed button may have been taken away.
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const command = previewCommand(event)
    const from = event.target instanceof HTMLElement ? event.target : null
    if (!command || event.defaultPrevented || from?.closest('[role=dialog]')) return
    if (command.do === 'turn' && from?.closest('input:not([type=checkbox]), [role=combobox]')) return
    event.preventDefault()
    if (command.do === 'turn') goToSheet(current + command.by)
    else if (command.do === 'zoom') zoomBy(command.by)
    else if (command.do === 'fit') setZoom('fit')
    else print()
  })
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
  return (
    <div className="preview-page">
      <header className="page-bar">
        <h1 className="editor-title" title={`${name}，${title}`}>
          预览
        </h1>
        <span className="muted one-line preview-title" title={`${name}，${title}`}>
          {name}，{title}
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
        <Select<PageZoom>
          aria-label="缩放（Ctrl 和 +、-、0）"
          className="preview-zoom"
          value={zoom}
          onChange={setZoom}
          options={[
            { value: 'fit' as const, label: '适合宽度' },
            ...pageZooms.map((value) => ({ value, label: `${value * 100}%` })),
          ]}
        />
        {edited !== null && <Button onClick={() => goTo('edit', [edited])}>返回编辑</Button>}
        <Button disabled={!isComplete} title="打印（Ctrl+P）" onClick={print}>
          打印
        </Button>
        <Button type="primary" onClick={() => setExporting(true)}>
          导出
        </Button>
      </header>
      {leftOut.length > 0 && (
        <div className="health-band health-error" role="alert">
          <span className="grow">
            {leftOut.map((sentence) => (
              <div key={sentence}>{sentence}</div>
            ))}
          </span>
        </div>
      )}
      <div className="preview">
        <PageThumbnails sheets={sheets} current={current} choose={goToSheet} />
        <PrintedPages sheets={sheets} scale={scale} areaRef={area} onCurrent={onScrolled} />
      </div>
      {exporting && <ExportDialog ids={projects} close={() => setExporting(false)} />}
    </div>
  )
}
