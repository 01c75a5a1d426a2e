/**
 * Finds an Electron that is already on this machine, or says why the window cannot open. Never downloads: the package's
 * own index.js would fetch the binary, so its files are looked at here instead.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type ElectronBinary = { path: string } | { path: null; reason: string }

/** `packageFolder`: node_modules/electron. */
export function findElectron(
  packageFolder: string,
  platform: NodeJS.Platform,
  env: Record<string, string | undefined>,
): ElectronBinary {
  const folder = env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(packageFolder, 'dist')
  const pathFile = join(packageFolder, 'path.txt')
  const usual =
    { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }[platform as string] ?? 'electron'
  const path = join(folder, existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : usual)
  if (!existsSync(path))
    return { path: null, reason: '这台机器上没有 Electron 的程序文件（它不随依赖安装，需联网另取）' }
  if (platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']) {
    return { path: null, reason: '没有图形桌面（环境变量 DISPLAY 和 WAYLAND_DISPLAY 都是空的）' }
  }
  return { path }
}
