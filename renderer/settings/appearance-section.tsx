/** Text size and light or dark chrome; kept in the workspace. */
import Segmented from 'antd/es/segmented'
import type { ReactNode } from 'react'
import { keepSetting, textSizes } from '../shell/appearance-settings.ts'
import { useAppearance } from '../ui/appearance.ts'
import type { ThemeChoice } from '../ui/appearance.ts'

const themes: { value: ThemeChoice; label: string }[] = [
  { value: 'system', label: '跟随系统' },
  { value: 'light', label: '浅色' },
  { value: 'dark', label: '深色' },
]

export function AppearanceSection(): ReactNode {
  const { choice, fontSizePx } = useAppearance()
  return (
    <section className="setting">
      <h2>显示</h2>
      <div className="form-line">
        <span>文字大小</span>
        <Segmented
          aria-label="文字大小"
          options={textSizes}
          value={fontSizePx}
          onChange={(value) => void keepSetting('text-size', String(value))}
        />
      </div>
      <div className="form-line">
        <span>颜色</span>
        <Segmented
          aria-label="颜色"
          options={themes}
          value={choice}
          onChange={(value) => void keepSetting('theme', value)}
        />
      </div>
    </section>
  )
}
