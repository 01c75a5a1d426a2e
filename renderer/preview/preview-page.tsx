/** 预览: asks for the tables of the chosen projects and shows their pages, or why there are none. */
import Button from 'antd/es/button'
import type { ReactNode } from 'react'
import { Empty, Failed, Loading, StatePage } from '../ui/page-state.tsx'
import { goTo } from '../shell/place.ts'
import { PreviewScreen } from './preview-screen.tsx'
import { useLayouts } from './use-layouts.ts'
import './preview.css'

export default function PreviewPage({ ids }: { ids: string[] }): ReactNode {
  const { result, reload, done } = useLayouts(ids)
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
  return (
    <PreviewScreen
      tables={result.value.tables}
      name={result.value.name}
      projects={result.value.projects}
      leftOut={result.value.leftOut}
      edited={ids.length === 1 ? (ids[0] ?? null) : null}
    />
  )
}
