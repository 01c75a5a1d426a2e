/** What the person at the terminal can do when the workspace does not open: the exact commands, as this start was called. */
import { shellWord, wayBack } from '../handlers/workspace/way-back.ts'

/** The options of this start that say which workspace. */
export interface GivenPlaces {
  data?: string
  workspace?: string
}

/** `code` is the failure's. */
export function openingHints(code: string | undefined, workspace: string, given: GivenPlaces): string[] {
  const command = (option: string): string => ['npm start --', ...places(given), option].join(' ')
  if (code === 'store-busy') return ['只想看看，可以用：', `  ${command('--read-only')}`]
  return [
    ...wayBack(code, workspace, ({ name }) => command(`--restore ${shellWord(name)}`)),
    ...(code === 'store-missing' ? ['不恢复，从空白开始（旁边的文件都保留）：', `  ${command('--new')}`] : []),
  ]
}

function places({ data, workspace }: GivenPlaces): string[] {
  return [
    ...(data === undefined ? [] : [`--data ${shellWord(data)}`]),
    ...(workspace === undefined ? [] : [`--workspace ${shellWord(workspace)}`]),
  ]
}
