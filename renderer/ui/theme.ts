/** What antd draws: one accent colour, 14 px, dense, light or dark. The same colours stand in styles/base.css for everything else. */
import theme from 'antd/es/theme'
import type { ThemeConfig } from 'antd/es/config-provider'
import type { Appearance } from './appearance.ts'

export function themeConfig({ isDark, fontSizePx }: Appearance): ThemeConfig {
  return {
    algorithm: isDark
      ? [theme.darkAlgorithm, theme.compactAlgorithm]
      : [theme.defaultAlgorithm, theme.compactAlgorithm],
    components: {
      // readable under the pointer too, and on a filled red button
      Button: isDark
        ? { dangerColor: '#2b0f0d', defaultHoverColor: '#4cc38a', defaultActiveColor: '#4cc38a' }
        : { defaultHoverColor: '#0c6b43', defaultActiveColor: '#0a5a38', colorPrimaryHover: '#0c6b43' },
      // boxes and circles to tick are seen before they are ticked
      Checkbox: { colorBorder: isDark ? '#7d8883' : '#8a948f' },
      Radio: { colorBorder: isDark ? '#7d8883' : '#8a948f' },
      // text in the accent colour on the dark panel needs a lighter one than a filled button
      Table: isDark
        ? { rowSelectedBg: '#1d3a2c', rowSelectedHoverBg: '#24483a' }
        : { rowSelectedBg: '#e3f2ea', rowSelectedHoverBg: '#d5eadf' },
      Tabs: isDark ? { itemSelectedColor: '#4cc38a', itemHoverColor: '#4cc38a', itemActiveColor: '#4cc38a' } : {},
    },
    token: {
      colorPrimary: isDark ? '#2a9061' : '#0f7a4d',
      colorError: isDark ? '#ff8a80' : '#c62828',
      colorErrorHover: isDark ? '#ffa69e' : '#ad2020',
      colorLink: isDark ? '#4cc38a' : '#0f7a4d',
      colorTextDescription: isDark ? '#a3aaa6' : '#5a635e',
      colorTextPlaceholder: isDark ? '#949c98' : '#69726d',
      colorTextSecondary: isDark ? '#b4bbb7' : '#4c554f',
      colorTextTertiary: isDark ? '#a3aaa6' : '#5f6863',
      colorBorder: isDark ? '#4f5954' : '#cdd4d0',
      colorBgContainer: isDark ? '#1d211f' : '#ffffff',
      colorBgElevated: isDark ? '#262b28' : '#ffffff',
      colorBgLayout: isDark ? '#151817' : '#f3f5f4',
      fontSize: fontSizePx + 2, // the compact algorithm takes two off
      borderRadius: 4,
      motion: false,
      fontFamily: '"Microsoft YaHei UI","Microsoft YaHei","PingFang SC","Noto Sans CJK SC","Noto Sans SC",sans-serif',
    },
  }
}
