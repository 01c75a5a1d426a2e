/**
 * Reading the clipboard for 粘贴 of the menu. Unsanitized: Chromium else takes away the styles that tell a merged cell of
 * Excel from a text that only reaches over its neighbour. The HTML is only ever read as text (clipboard-html.ts).
 */
export interface ClipboardTexts {
  html: string
  plain: string
}

/** The parameter is Chromium's (122 and later) and not in TypeScript's own types. */
const clipboard: () => { read(formats?: { unsanitized: string[] }): Promise<ClipboardItems> } = () =>
  navigator.clipboard

/** Throws where the browser or the window does not allow it. */
export async function readMenuClipboard(): Promise<ClipboardTexts> {
  const [item] = await clipboard().read({ unsanitized: ['text/html'] })
  const read = async (type: string) => (item?.types.includes(type) ? await (await item.getType(type)).text() : '')
  return { html: await read('text/html'), plain: await read('text/plain') }
}
