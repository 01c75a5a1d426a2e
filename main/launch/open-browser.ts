/**
 * Opens the program in the person's default browser; it goes on whether that works or not. The address stands in no command
 * line, which every account of the machine can read, but in a file that forwards to it (opening-file.ts).
 */
import { spawn } from 'node:child_process'
import { writeOpeningFile } from './opening-file.ts'

/** A browser that has not read the file by then will not: its address is good for as long. */
const fileLivesMs = 30_000

/** `newUrl`: an address for a browser. Resolves to null, or to the reason (Chinese) why no browser was opened. */
export async function openInBrowser(
  newUrl: () => string,
  homeFolder: string,
  platform: NodeJS.Platform,
  env: Record<string, string | undefined>,
): Promise<string | null> {
  if (platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return '没有图形桌面'
  const file = writeOpeningFile(homeFolder, newUrl())
  if (file === null) return `不能在“${homeFolder}”里写入文件`
  process.once('exit', file.remove)
  setTimeout(file.remove, fileLivesMs).unref()
  const reason = await openFile(file.path, platform)
  if (reason !== null) file.remove()
  return reason
}

function openFile(path: string, platform: NodeJS.Platform): Promise<string | null> {
  const [command, ...words] =
    platform === 'win32'
      ? ['rundll32', 'url.dll,FileProtocolHandler', path] // unlike `cmd /c start`, no shell reads the path
      : [platform === 'darwin' ? 'open' : 'xdg-open', path]
  return new Promise((resolve) => {
    const child = spawn(command ?? '', words, { stdio: 'ignore', detached: true })
    child.on('error', (error) => resolve(error.message))
    child.on('exit', (code) => resolve(code === 0 ? null : `${command} 的退出码是 ${code}`))
    setTimeout(() => resolve(null), 3000).unref() // some openers stay until the browser closes
    child.unref()
  })
}
