/** What a person does and sees on the sheet, by words of the form. Letters go through the same browser paths as an input method's. */
import type { CDPSession, Locator, Page } from 'playwright-core'

export async function openExample(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: '打开示例' }).click()
  await openProject(page, name)
}

export async function openProject(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  await page.getByRole('grid').waitFor()
}

export const cell = (page: Page, text: string): Locator =>
  page.getByRole('gridcell', { name: text, exact: true }).first()

/** The one textarea of the sheet. */
export const openCell = (page: Page): Locator => page.locator('textarea.open-cell').first()

/** 三级指标 column (or another) of the indicator rows, top to bottom. */
export async function column(page: Page, heading: string): Promise<string[]> {
  return page.evaluate((wanted) => {
    const cells = [...document.querySelectorAll<HTMLTableCellElement>('.sheet td')]
    const head = cells.findLast((one) => one.textContent === wanted)
    return cells
      .filter((one) => one.classList.contains('cell-input') && one.dataset['column'] === head?.dataset['column'])
      .filter((one) => Number(one.dataset['row']) > Number(head?.dataset['row']))
      .map((one) => one.textContent)
  }, heading)
}

export async function activeLabel(page: Page): Promise<string> {
  return (await openCell(page).getAttribute('aria-label')) ?? ''
}

/** Everything is in the store. */
export async function saved(page: Page): Promise<void> {
  await page.locator('.status-line [role=status]', { hasText: '已保存' }).waitFor()
}

export interface InputMethod {
  /** The letters under composition. */
  compose: (letters: string) => Promise<void>
  /** The chosen characters. */
  choose: (text: string) => Promise<void>
  /** A key the input method takes for itself while composing (Enter, Escape): the page only sees that it was one. */
  press: (key: string) => Promise<void>
}

export async function inputMethod(page: Page): Promise<InputMethod> {
  const session: CDPSession = await page.context().newCDPSession(page)
  return {
    compose: async (text) => {
      await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    },
    choose: async (text) => {
      await session.send('Input.insertText', { text })
    },
    press: async (key) => {
      for (const type of ['rawKeyDown', 'keyUp'] as const)
        await session.send('Input.dispatchKeyEvent', { type, key, windowsVirtualKeyCode: 229 })
    },
  }
}
