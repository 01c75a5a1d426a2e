/**
 * Finds the Electron of this machine, or says why the window cannot open and whether the package could fetch its binary.
 * The package's own index.js would fetch without a word, so its files are looked at here instead: the binary counts as
 * there only with `path.txt` and the version of the package beside it, which its install.js writes last and first.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type ElectronBinary = { path: string } | { path: null; reason: string; canBeFetched: boolean }

export interface System {
  platform: NodeJS.Platform
  arch: string
  env: Record<string, string | undefined>
}

/** `packageFolder`: node_modules/electron. */
export function findElectron(packageFolder: string, system: System): ElectronBinary {
  const { platform, env } = system
  if (platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']) {
    return missing('没有图形桌面（环境变量 DISPLAY 和 WAYLAND_DISPLAY 都是空的）')
  }
  const own = env['ELECTRON_OVERRIDE_DIST_PATH']
  if (own) {
    const path = join(own, read(join(packageFolder, 'path.txt')) ?? executableOf(platform))
    return existsSync(path) ? { path } : missing('环境变量 ELECTRON_OVERRIDE_DIST_PATH 所指的文件夹里没有 Electron')
  }
  const version = versionOf(packageFolder)
  if (version === null || !hasBuild(packageFolder, version, system)) {
    return missing(`没有给这个系统（${platform} ${system.arch}）的 Electron`)
  }
  const path = join(packageFolder, 'dist', executableOf(platform))
  const isWhole =
    read(join(packageFolder, 'dist', 'version'))?.replace(/^v/, '') === version &&
    read(join(packageFolder, 'path.txt')) === executableOf(platform) &&
    existsSync(path)
  return isWhole ? { path } : missing('这台机器上还没有 Electron 的程序文件（它不随依赖安装，要另外下载一次）', true)
}

const missing = (reason: string, canBeFetched = false): ElectronBinary => ({ path: null, reason, canBeFetched })

/** As install.js of the package names it. */
const executableOf = (platform: NodeJS.Platform): string =>
  ({ win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' })[platform as string] ?? 'electron'

function versionOf(packageFolder: string): string | null {
  const text = read(join(packageFolder, 'package.json'))
  return text === null ? null : (JSON.parse(text) as { version: string }).version // the package's own file
}

/** The package lists the checksums of all its builds. */
function hasBuild(packageFolder: string, version: string, { platform, arch }: System): boolean {
  const builds = read(join(packageFolder, 'checksums.json')) ?? ''
  return builds.includes(`"electron-v${version}-${platform}-${arch}.zip"`)
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return null // not there, or only half unpacked
  }
}
