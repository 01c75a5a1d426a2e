/** Appearance as kept in the settings of the workspace: `theme` and `text-size`. */
import { call } from '../api.ts'
import { sayFailure } from './notify.ts'
import { chooseFontSize, chooseTheme } from '../ui/appearance.ts'
import type { ThemeChoice } from '../ui/appearance.ts'

export const textSizes = [
  { value: 13, label: '小' },
  { value: 14, label: '标准' },
  { value: 16, label: '大' },
  { value: 18, label: '特大' },
]

const isTheme = (value: string | undefined): value is ThemeChoice =>
  value === 'system' || value === 'light' || value === 'dark'

export function applySettings(settings: Record<string, string>): void {
  if (isTheme(settings['theme'])) chooseTheme(settings['theme'])
  const size = Number(settings['text-size'])
  if (textSizes.some(({ value }) => value === size)) chooseFontSize(size)
}

export async function keepSetting(key: 'theme' | 'text-size', value: string): Promise<void> {
  applySettings({ [key]: value })
  const answer = await call('settings.write', { key, value })
  if (!answer.ok) sayFailure(answer.error)
}
