/** A plain button that looks like antd's, for the first page. */
import type { ReactNode } from 'react'

export interface ButtonProps {
  look?: 'plain' | 'primary' | 'danger' | 'link'
  small?: boolean
  disabled?: boolean
  /** Its work is under way: it waits, and says so. */
  busy?: boolean
  onClick: () => void
  children: ReactNode
}

export function Button({
  look = 'plain',
  small = false,
  disabled = false,
  busy = false,
  onClick,
  children,
}: ButtonProps): ReactNode {
  return (
    <button
      type="button"
      className={`button button-${look}${small ? ' button-small' : ''}`}
      disabled={disabled || busy}
      aria-busy={busy}
      onClick={onClick}
    >
      {busy && <span className="spinner spinner-small" />}
      {children}
    </button>
  )
}
