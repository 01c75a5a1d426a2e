/** Where the data is, what becomes of it when the program is renewed or removed, and which program this is. */
import Button from 'antd/es/button'
import type { ReactNode } from 'react'
import { call } from '../api.ts'
import { copyText } from '../ui/copy-text.ts'
import { say, sayFailure, sayWarning } from '../shell/notify.ts'
import { Failed, Loading } from '../ui/page-state.tsx'
import { useCall } from '../calls/use-call.ts'

export function DataSection(): ReactNode {
  const { result, reload } = useCall('app.info', {}, false)
  if (!result?.ok) {
    return (
      <section className="setting">
        <h2>数据</h2>
        {result ? <Failed failure={result.error} retry={reload} /> : <Loading what="信息" />}
      </section>
    )
  }
  const { dataFolder, workspace, version, host } = result.value
  return (
    <section className="setting">
      <h2>数据</h2>
      <dl className="facts">
        <dt>数据文件夹</dt>
        <dd>{dataFolder}</dd>
        <dt>数据文件</dt>
        <dd>{workspace}</dd>
        <dt>程序版本</dt>
        <dd>
          {version}（{host === 'electron' ? '桌面窗口' : '浏览器'}）
        </dd>
      </dl>
      <div className="setting-actions">
        <Button size="small" onClick={() => void openFolder()}>
          打开数据文件夹
        </Button>
        <Button size="small" onClick={() => copyPath(dataFolder)}>
          复制路径
        </Button>
      </div>
      <ul className="plain-facts">
        <li>所有内容只保存在这台电脑上，程序不连接网络。</li>
        <li>安装新版本不动数据，装好接着用；新版本第一次打开时先自动备份一份。</li>
        <li>旧版本的程序打不开新版本用过的数据，会用文字说明，不会改动它。</li>
        <li>卸载程序也不删除数据，重新安装后还在；确实不要了，再自己删除数据文件夹。</li>
        <li>换电脑：在下面“备份”里另存一份带过去，在新电脑上“从文件恢复”。</li>
      </ul>
    </section>
  )
}

async function openFolder(): Promise<void> {
  const answer = await call('data.openFolder', {})
  if (!answer.ok) return sayFailure(answer.error)
  if (answer.value.opened) return say('已在文件管理器里打开。')
  const { folder } = answer.value
  sayWarning(
    copyText(folder)
      ? `这台电脑上没有能打开的文件管理器。路径已复制：${folder}`
      : `这台电脑上没有能打开的文件管理器，请自己打开：${folder}`,
  )
}

function copyPath(folder: string): void {
  if (copyText(folder)) say('路径已复制。')
  else sayWarning(`没有能复制，请自己抄下：${folder}`)
}
