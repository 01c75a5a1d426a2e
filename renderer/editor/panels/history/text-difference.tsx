/** A text before and after. Long texts that share most of their words are shown once, with what went and what came marked in it. */
import { diffChars } from 'diff'
import { memo } from 'react'
import type { ReactNode } from 'react'

/** Below this many characters two lines are easier to read than marks inside one. */
const longText = 24
/** Comparing character by character grows with the square of the length. */
const longestCompared = 3000

export const TextDifference = memo(function TextDifference({ was, is }: { was: string; is: string }): ReactNode {
  const parts = markedParts(was, is)
  if (parts) {
    return (
      <p className="marked-text">
        {parts.map(({ value, added, removed }, index) => {
          const Tag = added ? 'ins' : removed ? 'del' : 'span'
          // oxlint-disable-next-line react/no-array-index-key -- parts of a fixed text have no other identity
          return <Tag key={index}>{value}</Tag>
        })}
      </p>
    )
  }
  return (
    <p className="two-texts">
      <del>{was === '' ? '（空）' : was}</del>
      <span className="muted" aria-label="改为">
        {' → '}
      </span>
      <ins>{is === '' ? '（空）' : is}</ins>
    </p>
  )
})

function markedParts(was: string, is: string): ReturnType<typeof diffChars> | null {
  const longest = Math.max(was.length, is.length)
  if (Math.min(was.length, is.length) < longText || longest > longestCompared) return null
  const parts = diffChars(was, is)
  const kept = parts.reduce((sum, part) => sum + (part.added || part.removed ? 0 : part.value.length), 0)
  return kept * 2 >= longest ? parts : null
}
