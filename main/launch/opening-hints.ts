/** What the person at the terminal can do when the workspace does not open: the exact commands, as this start was called. */
import { findRemnants } from '../store/restore/remnants.ts'

/** The options of this start that say which workspace. */
export interface GivenPlaces {
  data?: string
  workspace?: string
}

/** `code` is the failure's. */
export function openingHints(code: string | undefined, workspace: string, given: GivenPlaces): string[] {
  const command = (option: string): string => `  ${['npm start --', ...places(given), option].join(' ')}`
  if (code === 'store-busy') return ['只想看看，可以用：', command('--read-only')]
  const isMissing = code === 'store-missing'
  if (code !== 'store-damaged' && code !== 'store-not-a-database' && !isMissing) return []
  const files = findRemnants(workspace)
  const hints = files.slice(0, 5).map(({ name }) => command(`--restore ${quoted(name)}`))
  return [
    ...(hints.length > 0 ? ['可以恢复的（备份在前，新的在前）：', ...hints] : ['没有找到备份。']),
    ...(isMissing ? ['不恢复，从空白开始（旁边的文件都保留）：', command('--new')] : []),
  ]
}

function places({ data, workspace }: GivenPlaces): string[] {
  return [
    ...(data === undefined ? [] : [`--data ${quoted(data)}`]),
    ...(workspace === undefined ? [] : [`--workspace ${quoted(workspace)}`]),
  ]
}

const quoted = (text: string): string => (/^[\p{L}\p{N}_./:\\-]+$/u.test(text) ? text : `"${text}"`)
