/**
 * What the browser alone needs on this machine until one line of Chinese is on its screen: mostly its fonts, which every
 * page of a browser just started waits for. Our start to the list is read beside it.
 */
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { findBrowser } from '../../../main/documents/pdf/find-browser.ts'

const page = '<html lang="zh-CN"><body>项目支出绩效目标表</body></html>'

/** From setting the page to its first paint, in ms. */
export async function startPlainPage(): Promise<number> {
  const found = findBrowser({ platform: process.platform, env: process.env, exists: existsSync })
  if (found.path === null) throw new Error(found.message)
  const browser = await chromium.launch({ executablePath: found.path, args: ['--no-sandbox'] })
  try {
    const tab = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
    await tab.setContent(page)
    return await tab.evaluate(
      () =>
        new Promise<number>((done) => {
          new PerformanceObserver((list) => {
            for (const { name, startTime } of list.getEntries()) if (name === 'first-contentful-paint') done(startTime)
          }).observe({ type: 'paint', buffered: true })
        }),
    )
  } finally {
    await browser.close()
  }
}
