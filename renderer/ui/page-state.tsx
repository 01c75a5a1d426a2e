/** What a page shows instead of its content: it is loading, it failed (with the reason and a way on), it is empty. */
import Button from 'antd/es/button'
import Spin from 'antd/es/spin'
import type { ReactNode } from 'react'
import type { Failure } from '../../shared/ipc/result.ts'

export function Loading({ what }: { what: string }): ReactNode {
  return (
    <div className="state" role="status">
      <Spin />
      <div className="muted">正在打开{what}…</div>
    </div>
  )
}

export function Failed({ failure, retry }: { failure: Failure; retry: () => void }): ReactNode {
  return (
    <div className="state" role="alert">
      <div className="state-text severity-error">{failure.message}</div>
      <Button onClick={retry}>再试一次</Button>
    </div>
  )
}

export function Empty({ text, children }: { text: string; children?: ReactNode }): ReactNode {
  return (
    <div className="state">
      <div className="state-text muted">{text}</div>
      {children}
    </div>
  )
}
