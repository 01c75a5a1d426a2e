/** What a page shows instead of its content: it is loading, it failed (with the reason and a way on), it is empty. */
import type { ReactNode } from 'react'
import type { Failure } from '../../shared/ipc/result.ts'
import { Button } from './button.tsx'

export function Loading({ what }: { what: string }): ReactNode {
  return (
    <div className="state" role="status">
      <span className="spinner" />
      <div className="muted">正在打开{what}…</div>
    </div>
  )
}

export interface FailedProps {
  failure: Failure
  retry: () => void
  retryText?: string
  /** Another way on, beside trying again. */
  children?: ReactNode
}

export function Failed({ failure, retry, retryText = '再试一次', children }: FailedProps): ReactNode {
  return (
    <div className="state" role="alert">
      <div className="state-text severity-error">{failure.message}</div>
      <div className="state-actions">
        {children}
        <Button onClick={retry}>{retryText}</Button>
      </div>
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

/** A whole page in one of these states: it has a heading and a main part like every other page. */
export function StatePage({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <main className="page-body">
      <h1 className="visually-hidden">{title}</h1>
      {children}
    </main>
  )
}
