/** What stands around everything antd draws: its language and our colours. The list of projects does without (lazy-part.tsx). */
import ConfigProvider from 'antd/es/config-provider'
import zhCN from 'antd/locale/zh_CN'
import { useMemo } from 'react'
import type { ReactNode } from 'react'
import { useAppearance } from './appearance.ts'
import { popupArea } from './popup-area.ts'
import { themeConfig } from './theme.ts'

export function AntKit({ children }: { children: ReactNode }): ReactNode {
  const appearance = useAppearance()
  const theme = useMemo(() => themeConfig(appearance), [appearance])
  return (
    <ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }} getPopupContainer={popupArea}>
      {children}
    </ConfigProvider>
  )
}
