/** A real browser draws the pages as high as we measured them: no row grows, no table reaches the page number. */
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { expect, test } from 'vitest'
import { findBrowser } from '../../../main/documents/pdf/find-browser.ts'
import { build } from '../../../shared/layout/build.ts'
import type { Layout } from '../../../shared/layout/layout.ts'
import { renderHtml } from '../../../shared/print/html.ts'
import { builtIn } from '../../../shared/templates/built-in.ts'
import { inventedRecord } from '../../support/invented-records.ts'

const browser = findBrowser({ platform: process.platform, env: process.env, exists: existsSync })
if (browser.path === null) console.log(`skipped: ${browser.message}`)

/** The forms with a goal of 4,000 characters and 60 indicators. */
function longLayouts(): Layout[] {
  const goal = '目标1、确保参保群众及时享受医疗待遇，减轻“看病难、看病贵”问题（含异地就医）；2024年参保率不低于95%。\n'
  const record = inventedRecord(1, 60)
  record.goal.annual = goal.repeat(72)
  return builtIn.all.map((template) => build(template, [record]))
}

test.skipIf(browser.path === null)('rows are as high as measured, tables end above the page number', async () => {
  const window = await chromium.launch({
    executablePath: browser.path ?? '',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  try {
    const page = await window.newPage()
    await page.emulateMedia({ media: 'print' })
    await page.setContent(renderHtml(longLayouts(), { title: '甲', cover: false, contents: false }))
    const drawn = await page.evaluate(() =>
      [...document.querySelectorAll('section')].map((section) => {
        const rows = [...section.querySelectorAll('tr')]
        const grown = rows.map(
          (row) => row.getBoundingClientRect().height - (Number.parseFloat(row.style.height) * 96) / 72,
        )
        const bottom = section.querySelector('table')?.getBoundingClientRect().bottom ?? 0
        const number = section.querySelector('footer')?.getBoundingClientRect().top ?? 0
        return { grown: Math.max(...grown), room: number - bottom }
      }),
    )
    expect(drawn.length).toBeGreaterThan(20)
    // One line of 9 pt is 17 px: a browser breaks lines at other places here and there, but no more than that.
    expect(Math.max(...drawn.map(({ grown }) => grown))).toBeLessThan(17)
    expect(Math.min(...drawn.map(({ room }) => room))).toBeGreaterThan(0)
  } finally {
    await window.close()
  }
})
