/**
 * Layouts → one standalone HTML document of printed pages (shared/print), table by table, so that a volume of thousands
 * tells its progress, can be stopped and never stands in memory as one text.
 */
import { closeDocument, openDocument, startVolume } from '../../../shared/print/html.ts'
import { writableLayout } from '../writable-layout.ts'
import { forEachTable } from '../volume.ts'
import type { LayoutList, VolumeOptions } from '../volume.ts'

/** UTF-8. Rejects with code `cancelled` when the signal is aborted. */
export async function writeHtml(layouts: LayoutList, options: VolumeOptions): Promise<Uint8Array> {
  const { title, contents } = options
  const volume = startVolume({ title, contents, cover: false })
  const pages: Buffer[] = []
  await forEachTable(layouts, options, (original, index) => {
    for (const { html } of volume.add(writableLayout(original, index, options.onProblem))) pages.push(Buffer.from(html))
  })
  const front = volume.front().map(({ html }) => html)
  return Buffer.concat([Buffer.from([openDocument(title), ...front].join('')), ...pages, Buffer.from(closeDocument)])
}
