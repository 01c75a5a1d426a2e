/**
 * Finds an installed Chromium, Chrome or Edge: what prints PDF where the program runs without Electron (command line,
 * browser host). Order: the path the person named in CHROME_PATH, then the usual places of the system, then PATH.
 */
import { posix, win32 } from 'node:path'

export interface Machine {
  platform: string
  env: Readonly<Record<string, string | undefined>>
  exists: (path: string) => boolean
}

export type FoundBrowser = { path: string } | { path: null; message: string }

/** The browser's executable, or a message for the person that says why there is none and what to do. */
export function findBrowser(machine: Machine): FoundBrowser {
  const named = machine.env['CHROME_PATH']
  if (named) {
    if (machine.exists(named)) return { path: named }
    return {
      path: null,
      message: `环境变量 CHROME_PATH 所指的浏览器不存在：${named}。请改为浏览器程序的完整路径，或删除该变量。`,
    }
  }
  const path = candidates(machine).find((candidate) => machine.exists(candidate))
  if (path !== undefined) return { path }
  return {
    path: null,
    message:
      '没有找到可用来生成 PDF 的浏览器。请安装 Chrome、Edge 或 Chromium 浏览器，或用环境变量 CHROME_PATH 指明其程序的完整路径；也可以改为导出 HTML、Word 或 Excel。',
  }
}

function candidates({ platform, env }: Machine): string[] {
  if (platform === 'win32') {
    const folders = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']]
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
      'Chromium\\Application\\chrome.exe',
    ]
    return programs.flatMap((program) => folders.flatMap((folder) => (folder ? [win32.join(folder, program)] : [])))
  }
  if (platform === 'darwin') {
    const programs = [
      'Google Chrome.app/Contents/MacOS/Google Chrome',
      'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      'Chromium.app/Contents/MacOS/Chromium',
    ]
    const folders = ['/Applications', ...(env['HOME'] ? [posix.join(env['HOME'], 'Applications')] : [])]
    return programs.flatMap((program) => folders.map((folder) => posix.join(folder, program)))
  }
  const names = [
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
    'microsoft-edge',
  ]
  const folders = ['/usr/bin', '/usr/local/bin', ...(env['PATH'] ?? '').split(':').filter((folder) => folder !== '')]
  return [
    ...names.flatMap((name) => folders.map((folder) => posix.join(folder, name))),
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
    '/usr/lib/chromium/chromium',
  ]
}
