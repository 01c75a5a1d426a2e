/** 导入: reads the chosen files, shows what was recognised and what is doubtful, and saves what the person ticks. */
import Button from 'antd/es/button'
import { useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import type { ImportPreview } from '../../shared/ipc/import.ts'
import type { Result } from '../../shared/ipc/result.ts'
import { call } from '../api.ts'
import { JobProgress } from '../files/export-dialog.tsx'
import { FileDrop } from '../files/file-drop.tsx'
import { sayFailure } from '../shell/notify.ts'
import { Empty, Failed, StatePage } from '../ui/page-state.tsx'
import { goTo } from '../shell/place.ts'
import { chooseFiles } from '../files/take-files.ts'
import { useJob } from '../calls/use-job.ts'
import { FoundFile } from './found-file.tsx'
import { allTables, isSavable, isWarned, foundKey } from './found-tables.ts'
import type { Choices, FoundTable, TableChoice } from './found-tables.ts'
import { sayImported } from './say-imported.tsx'
import './import.css'

export default function ImportPage({ token }: { token: string | undefined }): ReactNode {
  const [result, setResult] = useState<Result<ImportPreview> | null>(null)
  const { run, ...job } = useJob()
  useEffect(() => {
    if (token !== undefined) void run(() => call('import.read', { token }), token).then(setResult)
  }, [token, run])
  const again = <Button onClick={() => void chooseFiles()}>{token === undefined ? '选择文件' : '重新选择文件'}</Button>
  return (
    <FileDrop>
      {token === undefined ? (
        <StatePage title="导入">
          <Empty text="选择 Excel、Word、网页或文本文件，或把它们拖到这里。">{again}</Empty>
        </StatePage>
      ) : !result ? (
        <StatePage title="导入">
          <div className="state">
            <div style={{ width: 420 }}>
              <JobProgress done={job.done} total={job.total} item={job.item} />
            </div>
            <Button onClick={job.cancel}>停止</Button>
          </div>
        </StatePage>
      ) : result.ok ? (
        <Preview preview={result.value} again={again} />
      ) : (
        <StatePage title="导入">
          <Failed failure={result.error} retry={() => void chooseFiles()} retryText="重新选择文件" />
        </StatePage>
      )}
    </FileDrop>
  )
}

function Preview({ preview, again }: { preview: ImportPreview; again: ReactNode }): ReactNode {
  const tables = useMemo(() => allTables(preview), [preview])
  const [choices, setChoices] = useState<Choices>(
    () => new Map(tables.filter(isSavable).map((table) => [foundKey(table), 'update'])),
  )
  const [saving, setSaving] = useState(false)
  const choose = (key: string, choice: TableChoice) => setChoices((before) => new Map(before).set(key, choice))
  const choiceOf = (table: FoundTable) => choices.get(foundKey(table)) ?? 'leave'
  const picked = tables.filter((table) => choiceOf(table) !== 'leave')
  const warned = picked.filter((table) => isWarned(table) && choiceOf(table) === 'update')
  const save = async () => {
    setSaving(true)
    const answer = await call('import.commit', {
      token: preview.token,
      tables: picked.map((found) => ({
        file: found.file,
        table: found.table,
        ...(choiceOf(found) === 'new' && { asNew: true }),
      })),
    })
    setSaving(false)
    if (!answer.ok) return sayFailure(answer.error)
    sayImported(answer.value)
    const { ids } = answer.value
    if (ids.length === 1) goTo('edit', ids)
    else goTo('projects')
  }
  const bad = preview.files.filter((file) => file.error !== null).length
  return (
    <>
      <header className="page-bar">
        <h1>导入</h1>
        <span className="muted">
          {preview.files.length} 个文件，认出 {tables.length} 张表{bad > 0 ? `，${bad} 个文件不能读取` : ''}
        </span>
        {warned.length > 0 && (
          <span className="severity-warning" role="status">
            {warned.length} 张会盖掉本机的改动，请先看一看
          </span>
        )}
        <span className="grow" />
        {again}
        <Button onClick={() => goTo('projects')}>不导入</Button>
        <Button type="primary" disabled={picked.length === 0} loading={saving} onClick={() => void save()}>
          存入所选 {picked.length} 张表
        </Button>
      </header>
      <main className="page-body import-body">
        {preview.files.map((file, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- files keep their order and may share a name
          <FoundFile key={index} {...{ file, index, choices, choose }} held={preview.held[index] ?? []} />
        ))}
      </main>
    </>
  )
}
