/** The program on the screen: appearance, the rail, one page. Pages are loaded when first opened, with antd around them. */
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { whenProven } from './api.ts'
import ProjectsPage from './projects/projects-page.tsx'
import { applySettings } from './shell/appearance-settings.ts'
import { useAppearance } from './ui/appearance.ts'
import { applyAuthor } from './shell/author.ts'
import { callOrTakeEarly } from './calls/early-calls.ts'
import { useFirstPageIsShown } from './shell/first-page.ts'
import { followHealth } from './shell/health.ts'
import { HealthBand } from './shell/health-band.tsx'
import { lazyPart } from './ui/lazy-part.tsx'
import { useMessagesWanted } from './shell/notify.ts'
import { PageBoundary } from './shell/page-boundary.tsx'
import { LineBand } from './shell/line-band.tsx'
import { NoKeyPage } from './shell/no-key-page.tsx'
import { Loading } from './ui/page-state.tsx'
import { prepareFor, usePlace } from './shell/place.ts'
import type { PageName } from './shell/place.ts'
import { Rail } from './shell/rail.tsx'
import { followGivenFiles } from './files/given-files.ts'
import { guardLeaving } from './unsaved/leave-guard.ts'
import { UnsavedBand } from './unsaved/unsaved-band.tsx'
import { useLine } from './shell/use-line.ts'

const waiting = <Loading what="页面" />
const EditorPage = lazyPart(async () => (await import('./editor/editor-page.tsx')).default, waiting)
const PreviewPage = lazyPart(async () => (await import('./preview/preview-page.tsx')).default, waiting)
const ImportPage = lazyPart(async () => (await import('./import/import-page.tsx')).default, waiting)
const SettingsPage = lazyPart(async () => (await import('./settings/settings-page.tsx')).default, waiting)
const MessageDesk = lazyPart(async () => (await import('./shell/message-desk.tsx')).MessageDesk)

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
    const idle = requestIdleCallback(() => void loadEditor()) // the first table opens as quickly as the next
    return () => cancelIdleCallback(idle)
  }, [isShown])
  const mayAsk = isShown || place.page !== 'projects' // the list comes first
  useEffect(() => (mayAsk ? followHealth() : undefined), [mayAsk])
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
