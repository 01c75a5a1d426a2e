/** Keeps a mistake in one page from taking the program down: says so, and offers to show the page again. */
import { Component } from 'react'
import type { ReactNode } from 'react'
import { Button } from '../ui/button.tsx'

interface BoundaryState {
  reason: string | null
}

export class PageBoundary extends Component<{ children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { reason: null }

  static getDerivedStateFromError(thrown: unknown): BoundaryState {
    return { reason: thrown instanceof Error ? thrown.message : String(thrown) }
  }

  override render(): ReactNode {
    if (this.state.reason === null) return this.props.children
    return (
      <div className="state" role="alert">
        <div className="state-text">这一页出了错，没有能显示。已保存的内容不受影响。</div>
        <div className="state-text muted">请把下面这句话告诉维护人员：{this.state.reason}</div>
        <Button look="primary" onClick={() => this.setState({ reason: null })}>
          重新显示
        </Button>
      </div>
    )
  }
}
