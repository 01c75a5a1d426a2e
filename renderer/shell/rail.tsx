/** The pages at the left, each with its own Ctrl+digit. */
import EditOutlined from '@ant-design/icons/es/icons/EditOutlined'
import FilePdfOutlined from '@ant-design/icons/es/icons/FilePdfOutlined'
import SettingOutlined from '@ant-design/icons/es/icons/SettingOutlined'
import UnorderedListOutlined from '@ant-design/icons/es/icons/UnorderedListOutlined'
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { on } from '../api.ts'
import { pageOfChord, pageDigits } from './page-keys.ts'
import { goTo, usePlace } from './place.ts'
import type { PageName } from './place.ts'

interface RailEntry {
  page: PageName
  label: string
  icon: ReactNode
}

const entries: readonly RailEntry[] = [
  { page: 'projects', label: '项目', icon: <UnorderedListOutlined /> },
  { page: 'edit', label: '编辑', icon: <EditOutlined /> },
  { page: 'preview', label: '预览', icon: <FilePdfOutlined /> },
  { page: 'settings', label: '设置', icon: <SettingOutlined /> },
]

/** 编辑 and 预览 go back to the table opened last. */
function enter(page: PageName): void {
  const { lastOpened } = usePlace.getState()
  const isTablePage = page === 'edit' || page === 'preview'
  goTo(page, isTablePage && lastOpened !== null ? [lastOpened] : [])
}

export function Rail(): ReactNode {
  const current = usePlace((state) => state.place.page)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const page = pageOfChord(event)
      if (!page) return
      event.preventDefault()
      enter(page)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
  useEffect(
    () =>
      on('action.run', ({ action }) => {
        const entry = entries.find(({ page }) => action === `page-${page}`) // the desktop menu
        if (entry) enter(entry.page)
      }),
    [],
  )
  return (
    <nav className="rail" aria-label="页面" data-area="rail">
      <div className="rail-brand" aria-hidden="true">
        绩表
      </div>
      {entries.map(({ page, label, icon }) => (
        <span key={page} style={page === 'settings' ? { marginTop: 'auto' } : undefined}>
          <button
            type="button"
            className="rail-button"
            aria-current={current === page || (page === 'projects' && current === 'import') ? 'page' : undefined}
            title={`${label}（Ctrl+${pageDigits[page]}）`}
            onClick={() => enter(page)}
          >
            {icon}
            {label}
          </button>
        </span>
      ))}
    </nav>
  )
}
