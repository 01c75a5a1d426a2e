/** The search field of the list, with its way back to everything. */
import { useRef } from 'react'
import type { ReactNode } from 'react'

export function SearchField({ value, change }: { value: string; change: (value: string) => void }): ReactNode {
  const field = useRef<HTMLInputElement>(null)
  return (
    <span className="project-search">
      <input
        ref={field}
        type="text"
        aria-label="搜索项目"
        placeholder="搜索：文字、拼音或首字母"
        value={value}
        onChange={({ target }) => change(target.value)}
        onKeyDown={({ key, nativeEvent }) => {
          if (key === 'Escape' && !nativeEvent.isComposing) change('')
        }}
      />
      {value !== '' && (
        <button
          type="button"
          className="search-clear"
          aria-label="清除搜索"
          onClick={() => {
            change('')
            field.current?.focus()
          }}
        >
          ×
        </button>
      )}
    </span>
  )
}
