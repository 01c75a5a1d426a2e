/** Where the data is, and which program this is. */
import type { ReactNode } from 'react'
import { Failed, Loading } from '../ui/page-state.tsx'
import { useCall } from '../ui/use-call.ts'

export function DataSection(): ReactNode {
  const { result, reload } = useCall('app.info', {}, false)
  return (
    <section className="setting">
      <h2>数据</h2>
      {!result ? (
        <Loading what="信息" />
      ) : !result.ok ? (
        <Failed failure={result.error} retry={reload} />
      ) : (
        <dl className="facts">
          <dt>数据文件夹</dt>
          <dd>{result.value.dataFolder}</dd>
          <dt>数据文件</dt>
          <dd>{result.value.workspace}</dd>
          <dt>程序版本</dt>
          <dd>
            {result.value.version}（{result.value.host === 'electron' ? '桌面窗口' : '浏览器'}）
          </dd>
        </dl>
      )}
      <p className="muted">所有内容只保存在这台电脑上，程序不连接网络。换电脑时把整个数据文件夹复制过去即可。</p>
      <p className="muted">
        安装新版本不影响数据；旧版本打不开新版本用过的数据时会说明，不会改动它；卸载程序时数据文件夹会留下。
      </p>
    </section>
  )
}
