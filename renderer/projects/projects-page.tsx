/** 项目: the list of all projects; the three choices of a first start; the recycle bin, a place of its own (`#/projects/bin`). */
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import type { ProjectSummary } from '../../shared/model/stored/projects.ts'
import { useFirstPage } from '../shell/first-page.ts'
import { lazyPart } from '../ui/lazy-part.tsx'
import { Failed, Loading, StatePage } from '../ui/page-state.tsx'
import { goTo } from '../shell/place.ts'
import { useCall } from '../calls/use-call.ts'
import { FileDrop } from '../files/file-drop.tsx'
import { FirstStart } from './first-start.tsx'
import { ProjectList } from './project-list.tsx'

const NewProjectDialog = lazyPart(async () => (await import('./dialogs/new-project-dialog.tsx')).NewProjectDialog)
const RecycleBin = lazyPart(async () => (await import('./recycle-bin.tsx')).RecycleBin, <Loading what="回收站" />)

const none: ProjectSummary[] = []
const openBin = () => goTo('projects', ['bin'])

export default function ProjectsPage({ inBin }: { inBin: boolean }): ReactNode {
  const { result, reload } = useCall('projects.list', { deleted: false })
  const [creating, setCreating] = useState(false)
  const projects = result?.ok ? result.value : none
  useEffect(() => {
    document.title = '绩表'
  }, [])
  useFirstPage(result !== null)
  if (!result) return <Loading what="项目" />
  if (!result.ok) {
    return (
      <StatePage title="项目">
        <Failed failure={result.error} retry={reload} />
      </StatePage>
    )
  }
  return (
    <FileDrop>
      {inBin ? (
        <RecycleBin leave={() => goTo('projects')} />
      ) : projects.length === 0 ? (
        <FirstStart create={() => setCreating(true)} openBin={openBin} />
      ) : (
        <ProjectList projects={projects} create={() => setCreating(true)} openBin={openBin} />
      )}
      {creating && <NewProjectDialog projects={projects} close={() => setCreating(false)} />}
    </FileDrop>
  )
}
