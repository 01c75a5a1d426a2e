import { expect, test } from 'vitest'
import { layOutSheets } from '../../../renderer/preview/lay-out-sheets.ts'
import type { LaidOut } from '../../../renderer/preview/lay-out-sheets.ts'
import { renderSheets } from '../../../shared/print/html.ts'
import { korlaLayouts } from '../../support/invented-layouts.ts'

const tables = korlaLayouts(120)
const title = '云溪县'

/** Lays out with a clock that goes `stepMs` on at every look; answers what was published before each pause. */
async function layOut(front: boolean, stepMs: number, isWanted: (pauses: number) => boolean = () => true) {
  const published: LaidOut[] = []
  let pauses = 0
  let time = 0
  await layOutSheets(
    tables,
    { title, front },
    {
      isWanted: () => isWanted(pauses),
      publish: (laidOut) => published.push(laidOut),
      pause: async () => void (pauses += 1),
      nowMs: () => (time += stepMs),
    },
  )
  return { published, pauses }
}

test.each([false, true])('the same pages as in one go (front: %s)', async (front) => {
  const { published } = await layOut(front, 1)
  expect(published.at(-1)).toEqual({
    sheets: renderSheets(tables, { title, cover: front, contents: front }),
    isComplete: true,
  })
})

test('the pages grow: each publication begins with the one before', async () => {
  const { published } = await layOut(false, 0)
  expect(published.length).toBeGreaterThan(2)
  for (const [index, { sheets, isComplete }] of published.entries()) {
    expect(isComplete).toBe(index === published.length - 1)
    const before = published[index - 1]?.sheets ?? []
    expect(sheets.length).toBeGreaterThanOrEqual(before.length)
    expect(sheets.slice(0, before.length)).toEqual(before)
  }
})

test('with cover and contents only the whole is given out', async () => {
  expect((await layOut(true, 1)).published).toHaveLength(1)
})

test('the page is let in again and again: after every table where one takes long', async () => {
  expect((await layOut(true, 100)).pauses).toBe(tables.length)
  expect((await layOut(true, 0)).pauses).toBe(0)
})

test('nothing more is done or given out when nobody wants it', async () => {
  const { published, pauses } = await layOut(false, 100, (done) => done < 3)
  expect(pauses).toBe(3)
  expect(published).toEqual([])
})
