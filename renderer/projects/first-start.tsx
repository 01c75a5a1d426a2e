/** An empty workspace: three large choices instead of an empty grid. */
import AppstoreOutlined from '@ant-design/icons/es/icons/AppstoreOutlined'
import FileAddOutlined from '@ant-design/icons/es/icons/FileAddOutlined'
import ImportOutlined from '@ant-design/icons/es/icons/ImportOutlined'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { call } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { say, sayFailure } from '../shell/notify.ts'
import { chooseFiles } from '../files/take-files.ts'

export function FirstStart({ create, openBin }: { create: () => void; openBin: () => void }): ReactNode {
  const [opening, setOpening] = useState(false)
  const openExamples = async () => {
    setOpening(true)
    const answer = await call('examples.open', {})
    setOpening(false)
    if (answer.ok) say(`已放入 ${answer.value.imported} 个示例项目，都是虚构的，可以随意修改和删除。`)
    else sayFailure(answer.error)
  }
  return (
    <main className="page-body">
      <div className="first-start">
        <h1>从哪里开始？</h1>
        <div className="choices">
          <Choice icon={<FileAddOutlined />} title="新建" run={create}>
            选一种表样，从空白的项目支出绩效目标表开始填。
          </Choice>
          <Choice icon={<ImportOutlined />} title="导入去年或现有表格" run={() => void chooseFiles()}>
            读入 Excel、Word 等文件里的目标表，先看识别结果再存入。也可以把文件直接拖到这里。
          </Choice>
          <Choice icon={<AppstoreOutlined />} title="打开示例" run={() => void openExamples()} busy={opening}>
            放入几张虚构的示例表，看看程序能做什么。
          </Choice>
        </div>
        <Button look="link" onClick={openBin}>
          打开回收站
        </Button>
      </div>
    </main>
  )
}

interface ChoiceProps {
  icon: ReactNode
  title: string
  run: () => void
  busy?: boolean
  children: ReactNode
}

function Choice({ icon, title, run, busy = false, children }: ChoiceProps): ReactNode {
  return (
    <button type="button" className="choice" onClick={run} disabled={busy} aria-busy={busy}>
      {icon}
      <strong>{title}</strong>
      <span className="muted">{children}</span>
    </button>
  )
}
