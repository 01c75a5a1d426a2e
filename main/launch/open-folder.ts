/** Shows a folder in the system's file manager; the program goes on whether that works or not. */
import { spawn } from 'node:child_process'

/** How long an opener may take to say that it cannot. */
const answerMs = 3000

const openers: Partial<Record<NodeJS.Platform, string>> = { win32: 'explorer.exe', darwin: 'open' }

/** false where there is no file manager or it refuses. Explorer always answers with status 1. */
export function openFolder(
  folder: string,
  platform: NodeJS.Platform,
  env: Record<string, string | undefined>,
): Promise<boolean> {
  const hasDesktop = platform !== 'linux' || Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY'])
  if (!hasDesktop) return Promise.resolve(false)
  return new Promise((resolve) => {
    const child = spawn(openers[platform] ?? 'xdg-open', [folder], { stdio: 'ignore', detached: true })
    child.on('error', () => resolve(false))
    child.on('exit', (code) => resolve(code === 0 || platform === 'win32'))
    setTimeout(() => resolve(true), answerMs).unref() // some stay until their window closes
    child.unref()
  })
}
