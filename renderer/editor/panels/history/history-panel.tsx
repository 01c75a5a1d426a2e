/** 历史: the versions the store has of the project under the cursor; what changed since, one field or all of it put back. */
import Button from 'antd/es/button'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { call } from '../../../api.ts'
import type { VersionContent } from '../../../../shared/model/stored/projects.ts'
import { originName } from '../../../../shared/model/origin.ts'
import type { ProjectRecord } from '../../../../shared/model/project.ts'
import { Failed, Loading } from '../../../ui/page-state.tsx'
import { sayFailure } from '../../../shell/notify.ts'
import { exactTime } from '../../../ui/clock-time.ts'
import { useCall } from '../../../calls/use-call.ts'
import type { Note } from '../../../../shared/model/note.ts'
import { fieldNames } from '../field-names.ts'
import { changeContents, changeProject } from '../../commands/record-change.ts'
import { cellAt } from '../../grid/sheet-map.ts'
import type { SheetView } from '../../view/sheet-view.ts'
import { noteDifference } from './note-difference.ts'
import { TextDifference } from './text-difference.tsx'
import { versionDifference } from './version-difference.ts'

export function HistoryPanel({ view }: { view: SheetView }): ReactNode {
  const { editor } = view
  const row = useStore(view.state, ({ sheet, selection }) => {
    const record = cellAt(sheet, selection.anchor)?.binding?.record
    return typeof record === 'number' ? record : 0
  })
  const entry = useStore(editor.state, (state) => state.history.present[row] ?? state.history.present[0])
  const id = entry ? editor.autosave.book().get(entry.key)?.id : undefined
  if (!entry || id === undefined) return <p className="panel-empty muted">这个项目还没有保存过。</p>
  return <Versions key={id} view={view} id={id} projectKey={entry.key} present={entry} />
}

interface VersionsProps {
  view: SheetView
  id: string
  projectKey: string
  present: VersionContent
}

function Versions({ view, id, projectKey, present }: VersionsProps): ReactNode {
  const { result, reload } = useCall('versions.list', { id })
  const [open, setOpen] = useState<{ version: number; contents: VersionContent } | null>(null)
  if (!result) return <Loading what="历史" />
  if (!result.ok) return <Failed failure={result.error} retry={reload} />
  const show = async (version: number) => {
    if (open?.version === version) return setOpen(null)
    const answer = await call('versions.read', { id, version })
    if (answer.ok) setOpen({ version, contents: answer.value })
    else sayFailure(answer.error)
  }
  const put: PutBack = {
    record: (label, change) => changeProject(view, label, projectKey, change),
    notes: (label, change) =>
      changeContents(view, label, projectKey, ({ record, notes }) => ({ record, notes: change(notes) })),
    all: (label, contents) => changeContents(view, label, projectKey, () => contents),
  }
  return (
    <ul className="versions">
      {result.value.map(({ version, createdAt, origin }) => (
        <li key={version}>
          <button
            type="button"
            className="version"
            aria-expanded={open?.version === version}
            onClick={() => void show(version)}
          >
            <span>{exactTime(createdAt)}</span> <span className="muted">{originName(origin)}</span>
          </button>
          {open?.version === version && (
            <VersionChanges
              view={view}
              version={open.contents}
              present={present}
              put={put}
              restoreLabel={`恢复到 ${exactTime(createdAt)}`}
            />
          )}
        </li>
      ))}
    </ul>
  )
}

interface VersionChangesProps {
  view: SheetView
  version: VersionContent
  present: VersionContent
  put: PutBack
  restoreLabel: string
}

interface PutBack {
  record: (label: string, change: (record: ProjectRecord) => ProjectRecord) => void
  notes: (label: string, change: (notes: Note[]) => Note[]) => void
  all: (label: string, contents: VersionContent) => void
}

/** What changed from a version until now; each place and all of it can be put back, and that undone. */
function VersionChanges({ view, version, present, put, restoreLabel }: VersionChangesProps): ReactNode {
  const layout = useStore(view.state, ({ sheet }) => sheet.layout)
  const changes = useRef<HTMLDivElement>(null)
  useEffect(() => {
    changes.current?.scrollIntoView({ block: 'nearest' }) // below the last version nothing is in sight
  }, [])
  const names = useMemo(() => fieldNames(layout), [layout])
  const inRecord = useMemo(
    () => versionDifference(version.record, present.record, names),
    [version.record, present.record, names],
  )
  const inNotes = useMemo(() => noteDifference(version, present, names), [version, present, names])
  const differences = [
    ...inRecord.map(({ restore, ...shown }) => ({ ...shown, putBack: (label: string) => put.record(label, restore) })),
    ...inNotes.map(({ restore, ...shown }) => ({ ...shown, putBack: (label: string) => put.notes(label, restore) })),
  ]
  if (differences.length === 0) {
    return (
      <div ref={changes} className="version-changes muted">
        和现在的内容一样。
      </div>
    )
  }
  return (
    <div ref={changes} className="version-changes">
      <p className="muted">从这一版到现在改了 {differences.length} 处（删去的划线，新写的加底色）：</p>
      {differences.map(({ name, was, is, putBack }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- names may repeat; the list is replaced as a whole
        <div key={index} className="version-change">
          <b>{name}</b>
          <TextDifference was={was} is={is} />
          <Button size="small" type="link" aria-label={`恢复这一处：${name}`} onClick={() => putBack(`恢复${name}`)}>
            恢复这一处
          </Button>
        </div>
      ))}
      <Button size="small" onClick={() => put.all(restoreLabel, version)}>
        全部恢复到这一版
      </Button>
    </div>
  )
}
