/** 设置: text size and colours, who fills in, units and years, forms, backups, where the data is. */
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { AppearanceSection } from './appearance-section.tsx'
import { AuthorSection } from './author-section.tsx'
import { BackupSection } from './backup-section.tsx'
import { DataSection } from './data-section.tsx'
import { FormsSection } from './forms-section.tsx'
import { UnitsSection } from './units-section.tsx'
import './settings.css'

/** `part`: the section to begin with (`#/settings/backup`). */
export default function SettingsPage({ part }: { part: string | undefined }): ReactNode {
  useEffect(() => {
    if (part !== undefined) document.querySelector(`#setting-${CSS.escape(part)}`)?.scrollIntoView()
  }, [part])
  return (
    <>
      <header className="page-bar">
        <h1>设置</h1>
      </header>
      <main className="page-body settings">
        <AppearanceSection />
        <AuthorSection />
        <DataSection />
        <BackupSection />
        <UnitsSection />
        <FormsSection />
      </main>
    </>
  )
}
