/**
 * An accountant without a mouse: keys, an input method for everything Chinese, the system's clipboard filled as another
 * program fills it. What stands where is told by the words a screen reader would say, never by coordinates.
 */
import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import { copyElsewhere } from './copy-elsewhere.ts'
import { inputMethod } from './sheet.ts'
import type { InputMethod } from './sheet.ts'

export interface Accountant {
  page: Page
  press: (...keys: string[]) => Promise<void>
  /** Chinese is composed, other characters are typed; a line end is Alt+Enter. */
  write: (text: string) => Promise<void>
  /** Texts into one input cell after the other, Tab behind each; '' passes a cell over. */
  fill: (...texts: string[]) => Promise<void>
  /** Tab until the control of this name has the focus. */
  tabTo: (name: string) => Promise<void>
  /** A dialog is open and has taken the focus. */
  meetsDialog: () => Promise<void>
  /** The active cell is the one of this name and text. */
  standsIn: (name: RegExp) => Promise<void>
  /** A key again and again until the active cell is the one meant. */
  moveTo: (key: string, name: RegExp) => Promise<void>
  /** Ctrl+V of what another program has copied. */
  paste: (html: string, plain: string) => Promise<void>
}

export async function hireAccountant(page: Page): Promise<Accountant> {
  const method = await inputMethod(page)
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const write = async (text: string) => {
    for (const [part] of text.matchAll(/[\p{Script=Han}]+|[ -~]+|\n|[^ -~\p{Script=Han}\n]+/gu)) {
      if (part === '\n') await press('Alt+Enter')
      else if (/^[ -~]/.test(part)) await page.keyboard.type(part)
      else if (/^\p{Script=Han}/u.test(part)) await composed(method, part)
      else await method.choose(part) // full-width signs come from the input method without a composition
    }
  }
  return {
    page,
    press,
    write,
    async fill(...texts) {
      for (const text of texts) {
        if (text !== '') await write(text)
        await press('Tab')
      }
    },
    tabTo: (name) => tabTo(page, name),
    meetsDialog: () => page.locator('[role=dialog]:focus-within').waitFor(),
    async standsIn(name) {
      await expect.poll(() => focusedLabel(page), { timeout: 15_000 }).toMatch(name)
    },
    async moveTo(key, name) {
      for (let step = 0; step < 60; step++) {
        if (name.test(await focusedLabel(page))) return
        await press(key)
      }
      throw new Error(`${key} never led to ${String(name)}; now in ${await focusedLabel(page)}`)
    },
    async paste(html, plain) {
      await copyElsewhere(page, html, plain)
      await press('Control+v')
    },
  }
}

/** Letters grow one by one as a person types pinyin, then the characters are chosen. */
async function composed(method: InputMethod, text: string): Promise<void> {
  for (const letters of ['z', 'zh', 'zhong']) await method.compose(letters)
  await method.choose(text)
}

async function tabTo(page: Page, name: string): Promise<void> {
  const passed: string[] = []
  for (let step = 0; step < 80; step++) {
    const focused = await page.evaluate(focusedName)
    if (focused === name) return
    passed.push(focused)
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reached “${name}”; it passed ${passed.join(' | ')}`)
}

/** What is said of the active cell of the sheet that has the focus: the form's, or that of opened indicators. */
const focusedLabel = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')

function focusedName(): string {
  const element = document.activeElement
  if (!element || element === document.body) return ''
  const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
  const first = (text: string | null | undefined) => text?.trim().split('\n')[0] ?? ''
  const heading = element.querySelector('strong')
  return (
    element.getAttribute('aria-label') ??
    (labels.length > 0 ? first(labels[0]?.textContent) : first(heading?.textContent ?? element.textContent))
  )
}
