/** Opens an address in the person's default browser; the program goes on whether that works or not. */
import { spawn } from 'node:child_process'

/** Resolves to null, or to the reason (Chinese) why no browser was opened. */
export async function openBrowser(
  url: string,
  platform: NodeJS.Platform,
  env: Record<string, string | undefined>,
): Promise<string | null> {
  if (platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return '没有图形桌面'
  const [command, ...words] =
    platform === 'win32'
      ? ['rundll32', 'url.dll,FileProtocolHandler', url] // unlike `cmd /c start`, no shell reads the address
      : [platform === 'darwin' ? 'open' : 'xdg-open', url]
  return new Promise((resolve) => {
    const child = spawn(command ?? '', words, { stdio: 'ignore', detached: true })
    child.on('error', (error) => resolve(error.message))
    child.on('exit', (code) => resolve(code === 0 ? null : `${command} 的退出码是 ${code}`))
    setTimeout(() => resolve(null), 3000).unref() // some openers stay until the browser closes
    child.unref()
  })
}
