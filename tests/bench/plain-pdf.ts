/** Chromium from its command line: what anyone would type to print a page. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { findBrowser } from '../../main/documents/pdf/find-browser.ts'

export function plainPdf(page: string, pdf: string, profile: string): void {
  const browser = findBrowser({ platform: process.platform, env: process.env, exists: existsSync })
  if (browser.path === null) throw new Error(browser.message)
  const words = ['--headless', '--disable-gpu', '--no-pdf-header-footer', `--user-data-dir=${profile}`]
  if (process.getuid?.() === 0) words.push('--no-sandbox')
  const ran = spawnSync(browser.path, [...words, `--print-to-pdf=${pdf}`, pathToFileURL(page).href])
  if (ran.status !== 0) throw new Error(`the browser ended with ${ran.status}`)
}
