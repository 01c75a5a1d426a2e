/** The program on the screen: appearance, the rail, one page. Pages are loaded when first opened. */
import ConfigProvider from 'antd/es/config-provider'
import AntApp from 'antd/es/app'
import zhCN from 'antd/locale/zh_CN'
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { call } from './api.ts'
import ProjectsPage from './projects/projects-page.tsx'
import { lazyPage } from './ui/lazy-page.tsx'
import { setMessages } from './ui/notify.ts'
import { PageBoundary } from './ui/page-boundary.tsx'
import { prepareFor, usePlace } from './ui/place.ts'
import type { PageName } from './ui/place.ts'
import { Rail } from './ui/rail.tsx'
import { applySettings } from './ui/appearance-settings.ts'
import { themeConfig, useAppearance } from './ui/theme.ts'

const editor = lazyPage(() => import('./editor/editor-page.tsx'))
const preview = lazyPage(() => import('./preview/preview-page.tsx'))
const imports = lazyPage(() => import('./import/import-page.tsx'))
const settings = lazyPage(() => import('./settings/settings-page.tsx'))

prepareFor('edit', async ([id]) => {
  const [{ prepareTable }] = await Promise.all([import('./editor/open-tables.ts'), editor.preload()])
  if (id !== undefined) await prepareTable(id)
})

export function App(): ReactNode {
  const appearance = useAppearance()
  useEffect(() => {
    document.documentElement.dataset['theme'] = appearance.isDark ? 'dark' : 'light'
    document.documentElement.style.setProperty('--base-size', `${appearance.fontSizePx}px`)
  }, [appearance])
  useEffect(() => {
    const idle = requestIdleCallback(() => void editor.preload()) // the first table opens as quickly as the next
    return () => cancelIdleCallback(idle)
  }, [])
  useEffect(() => {
    void call('settings.read', {}).then((answer) => answer.ok && applySettings(answer.value))
  }, [])
  return (
    <ConfigProvider locale={zhCN} theme={themeConfig(appearance)} button={{ autoInsertSpace: false }}>
      <AntApp component={false} message={{ maxCount: 3, top: 84 }}>
        <Shell />
      </AntApp>
    </ConfigProvider>
  )
}

function Shell(): ReactNode {
  const { message } = AntApp.useApp()
  useEffect(() => setMessages(message), [message])
  const place = usePlace((state) => state.place)
  return (
    <div className="shell">
      <Rail />
      <div className="page">
        <PageBoundary key={place.page}>{pages[place.page](place.ids)}</PageBoundary>
      </div>
    </div>
  )
}

const pages: Record<PageName, (ids: string[]) => ReactNode> = {
  projects: () => <ProjectsPage />,
  edit: ([id]) => <editor.Page key={id} id={id} />,
  preview: (ids) => <preview.Page key={ids.join(',')} ids={ids} />,
  import: ([token]) => <imports.Page key={token} token={token} />,
  settings: () => <settings.Page />,
}
