/** Who writes 说明 and 意见 here: the name given in 设置, kept in the workspace as `author`; '' where none was given. */
import { create } from 'zustand'
import { cutText } from '../../shared/model/whole-text.ts'
import { call } from '../api.ts'
import { sayFailure } from './notify.ts'

/** Characters; more than any name. */
export const longestAuthor = 50

export const useAuthor = create<{ author: string }>(() => ({ author: '' }))

export const applyAuthor = (settings: Record<string, string>): void =>
  useAuthor.setState({ author: cutText(settings['author'] ?? '', longestAuthor) })

export async function keepAuthor(name: string): Promise<void> {
  const value = cutText(name.trim(), longestAuthor)
  if (value === useAuthor.getState().author) return
  applyAuthor({ author: value })
  const answer = await call('settings.write', { key: 'author', value })
  if (!answer.ok) sayFailure(answer.error)
}
