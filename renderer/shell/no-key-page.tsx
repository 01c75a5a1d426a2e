/** In place of everything, where the page was opened without an address that is good: why, and how to open the program. */
import type { ReactNode } from 'react'
import type { LineState } from '../line/line.ts'

type Why = Extract<LineState, { kind: 'shut' }>['why']

const headings: Record<Why, string> = {
  none: '请用程序给出的地址打开绩表',
  used: '这个地址已经用过',
  expired: '这个地址已经过期',
  unknown: '程序已重新启动，请重新打开这一页',
}

const reasons: Record<Why, string> = {
  none: '只有从启动程序的窗口里来的地址才能打开，别的程序和别的账户打不开您的数据。',
  used: '每个地址只能打开一次。',
  expired: '程序自动打开的地址只在三十秒内有效。',
  unknown: '程序不认识这一页：它是在上一次启动时打开的。',
}

export function NoKeyPage({ why }: { why: Why }): ReactNode {
  return (
    <main className="no-key" role="alert">
      <h1>{headings[why]}</h1>
      <p>{reasons[why]}数据没有任何变化。</p>
      <ol>
        <li>
          找到启动程序的窗口，把最后一次给出的地址（以 <code>http://{location.host}/#token=</code>{' '}
          开头）复制到浏览器的地址栏里打开。
        </li>
        <li>找不到那个窗口：关闭程序，再启动一次（npm start），会自动打开新的一页。</li>
        <li>绩表已经在另一个标签页里打开着：直接用那一页。</li>
      </ol>
      {why === 'used' && (
        <p className="severity-error">
          如果不是您自己打开的：在启动程序的窗口里按 Ctrl+C 关闭程序，用 <code>npm start -- --forget-pages</code>{' '}
          重新启动，以前打开的页面就全部失效。
        </p>
      )}
    </main>
  )
}
