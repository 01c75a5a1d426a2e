/** The program on the screen: appearance, the rail, one page. Pages are loaded when first opened, with antd around them. */
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { whenProven } from './api.ts'
import ProjectsPage from './projects/projects-page.tsx'
import { applySettings } from './ui/appearance-settings.ts'
import { useAppearance } from './ui/appearance.ts'
import { applyAuthor } from './ui/author.ts'
import { callOrTakeEarly } from './ui/early-calls.ts'
import { useFirstPageIsShown } from './ui/first-page.ts'
import { followHealth } from './ui/health.ts'
import { HealthBand } from './ui/health-band.tsx'
import { lazyPart } from './ui/lazy-part.tsx'
import { useMessagesWanted } from './ui/notify.ts'
import { PageBoundary } from './ui/page-boundary.tsx'
import { LineBand } from './ui/line-band.tsx'
import { NoKeyPage } from './ui/no-key-page.tsx'
import { Loading } from './ui/page-state.tsx'
import { prepareFor, usePlace } from './ui/place.ts'
import type { PageName } from './ui/place.ts'
import { Rail } from './ui/rail.tsx'
import { followGivenFiles } from './shell/given-files.ts'
import { guardLeaving } from './shell/leave-guard.ts'
import { UnsavedBand } from './shell/unsaved-band.tsx'
import { useLine } from './ui/use-line.ts'

const waiting = <Loading what="页面" />
const EditorPage = lazyPart(async () => (await import('./editor/editor-page.tsx')).default, waiting)
const PreviewPage = lazyPart(async () => (await import('./preview/preview-page.tsx')).default, waiting)
const ImportPage = lazyPart(async () => (await import('./import/import-page.tsx')).default, waiting)
const SettingsPage = lazyPart(async () => (await import('./settings/settings-page.tsx')).default, waiting)
const MessageDesk = lazyPart(async () => (await import('./ui/message-desk.tsx')).MessageDesk)

/** Kept once loaded: asking the module loader again would cost a frame. */
let prepareTable: ((id: string) => Promise<void>) | null = null
const loadEditor = async () => {
  await whenProven()
  const tables = await import('./editor/table/open-tables.ts')
  await EditorPage.preload()
  prepareTable = tables.prepareTable
  return prepareTable
}

prepareFor('edit', async ([id]) => {
  const prepare = prepareTable ?? (await loadEditor())
  if (id !== undefined) await prepare(id)
})

export function App(): ReactNode {
  const appearance = useAppearance()
  useEffect(() => {
    document.documentElement.dataset['theme'] = appearance.isDark ? 'dark' : 'light'
    document.documentElement.style.setProperty('--base-size', `${appearance.fontSizePx}px`)
  }, [appearance])
  useEffect(() => {
    void callOrTakeEarly('settings.read', {}).then((answer) => {
      if (!answer.ok) return
      applySettings(answer.value)
      applyAuthor(answer.value)
    })
  }, [])
  useEffect(guardLeaving, [])
  useEffect(followGivenFiles, [])
  const place = usePlace((state) => state.place)
  const isShown = useFirstPageIsShown()
  const areWanted = useMessagesWanted((state) => state.areWanted)
  useEffect(() => {
    if (!isShown) return undefined
    const endHealth = followHealth()
    const idle = requestIdleCallback(() => void loadEditor()) // the first table opens as quickly as the next
    return () => {
      cancelIdleCallback(idle)
      endHealth()
    }
  }, [isShown])
  const line = useLine()
  if (line.kind === 'shut' && !line.wasOpen) return <NoKeyPage why={line.why} />
  return (
    <div className="shell">
      <Rail />
      <div className="page">
        <LineBand line={line} />
        <HealthBand page={place.page} />
        <UnsavedBand />
        <PageBoundary key={place.page}>{pages[place.page](place.ids)}</PageBoundary>
      </div>
      {(isShown || areWanted || place.page !== 'projects') && <MessageDesk />}
    </div>
  )
}

const pages: Record<PageName, (ids: string[]) => ReactNode> = {
  projects: ([part]) => <ProjectsPage inBin={part === 'bin'} />,
  edit: ([id]) => <EditorPage key={id} id={id} />,
  preview: (ids) => <PreviewPage key={ids.join(',')} ids={ids} />,
  import: ([token]) => <ImportPage key={token} token={token} />,
  settings: ([part]) => <SettingsPage part={part} />,
}
