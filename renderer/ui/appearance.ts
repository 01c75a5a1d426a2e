/** Light or dark after the system or the person's choice, and the size of the text. */
import { create } from 'zustand'

export type ThemeChoice = 'system' | 'light' | 'dark'

export interface Appearance {
  choice: ThemeChoice
  isDark: boolean
  /** Base size of the chrome in px. */
  fontSizePx: number
}

const system = window.matchMedia('(prefers-color-scheme: dark)')
const isDarkFor = (choice: ThemeChoice): boolean => (choice === 'system' ? system.matches : choice === 'dark')

export const useAppearance = create<Appearance>(() => ({
  choice: 'system',
  isDark: isDarkFor('system'),
  fontSizePx: 14,
}))

export function chooseTheme(choice: ThemeChoice): void {
  useAppearance.setState({ choice, isDark: isDarkFor(choice) })
}

export const chooseFontSize = (fontSizePx: number): void => useAppearance.setState({ fontSizePx })

system.addEventListener('change', () => chooseTheme(useAppearance.getState().choice))
