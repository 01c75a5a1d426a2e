/** Who writes 说明 and 意见 here: the name given in 设置, kept in the workspace as `author`; '' where none was given. */
import { create } from 'zustand'
import { call } from '../api.ts'
import { sayFailure } from './notify.ts'

/** Characters; more than any name. */
export const longestAuthor = 50

export const useAuthor = create<{ author: string }>(() => ({ author: '' }))

export const applyAuthor = (settings: Record<string, string>): void =>
  useAuthor.setState({ author: (settings['author'] ?? '').slice(0, longestAuthor) })

export async function keepAuthor(name: string): Promise<void> {
  const value = name.trim().slice(0, longestAuthor)
  if (value === useAuthor.getState().author) return
  applyAuthor({ author: value })
  const answer = await call('settings.write', { key: 'author', value })
  if (!answer.ok) sayFailure(answer.error)
}
