/** 导入: reads the chosen files, shows what was recognised and what is doubtful, and saves what the person ticks. */
import Button from 'antd/es/button'
import { useEffect, useState } from 'react'
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
import { foundKey, isAsked, isWarned } from './found-tables.ts'
import type { FoundTable } from './found-tables.ts'
import { useImportAnswers } from './import-answers.ts'
import { sayImported } from './say-imported.tsx'
import { YearBar } from './year-bar.tsx'
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
  const { choices, years, tables, isMatching, choose, setYears } = useImportAnswers(preview)
  const [saving, setSaving] = useState(false)
  const choiceOf = (table: FoundTable) => choices.get(foundKey(table)) ?? 'leave'
  const asked = tables.filter(isAsked)
  const open = asked.filter(({ year }) => year?.fiscalYear === '')
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
        ...(choiceOf(found) === 'into' && found.held === null && found.near && { into: found.near.id }),
        ...(years.has(foundKey(found)) && { year: years.get(foundKey(found)) ?? '' }),
      })),
    })
    setSaving(false)
    if (!answer.ok) return sayFailure(answer.error)
    sayImported(answer.value)
    const { ids } = answer.value
    if (ids.length === 1) goTo('edit', ids)
    else goTo('projects')
  }
  const byFile = Map.groupBy(tables, ({ file }) => file)
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
        <Button
          type="primary"
          disabled={picked.length === 0 || isMatching}
          loading={saving}
          onClick={() => void save()}
        >
          存入所选 {picked.length} 张表
        </Button>
      </header>
      {asked.length > 0 && (
        <YearBar
          asked={asked.length}
          open={open.length}
          suggested={commonest(asked)}
          setAll={(year) => setYears((open.length > 0 ? open : asked).map(foundKey), year)}
        />
      )}
      <main className="page-body import-body">
        {preview.files.map((file, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- files keep their order and may share a name
          <FoundFile key={index} {...{ file, choices, choose, setYears }} tables={byFile.get(index) ?? []} />
        ))}
      </main>
    </>
  )
}

/** The years the tables speak of, those of most tables first. */
function commonest(tables: readonly FoundTable[]): string[] {
  const counts = new Map<string, number>()
  for (const { year } of tables) {
    for (const one of year?.suggested ?? []) counts.set(one.year, (counts.get(one.year) ?? 0) + 1)
  }
  return [...counts].toSorted(([, one], [, other]) => other - one).map(([year]) => year)
}
