/** How long what opens the program is good, and how much of it is remembered. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createDownloads } from '../../../main/web/downloads.ts'
import { createKeys } from '../../../main/web/keys.ts'
import { nameIn } from '../../../shared/ipc/line.ts'
import type { Keys, Opener } from '../../../main/web/keys.ts'

function keysAt(clock: { ms: number }): { keys: Keys; kept: (readonly string[])[] } {
  const kept: (readonly string[])[] = []
  const keep = (_port: number, keys: readonly string[]): void => void kept.push(keys)
  return { keys: createKeys(1, { keys: [], keep }, () => clock.ms), kept }
}
const find = (keys: Keys, token: string): Opener => {
  const opener = keys.find(nameIn(token))
  if (typeof opener === 'string') throw new Error(opener)
  return opener
}

test('a token for a browser is good for its time, the printed one always', () => {
  const clock = { ms: 5 }
  const { keys } = keysAt(clock)
  const [given, other, printed] = [30_000, 30_000, null].map((life) => keys.newToken(life, () => {}))
  clock.ms += 30_000
  expect(find(keys, given ?? '').admit()).not.toBeNull()
  const opener = find(keys, other ?? '')
  clock.ms += 1
  expect(keys.find(nameIn(other ?? ''))).toBe('expired')
  expect(opener.admit()).toBeNull() // proven in time, spoken too late
  clock.ms += 1e12
  expect(find(keys, printed ?? '').admit()).not.toBeNull()
})

test('a key is kept before it goes out, once; of many only the newest used', () => {
  const { keys, kept } = keysAt({ ms: 0 })
  const open = (): string =>
    find(
      keys,
      keys.newToken(null, () => {}),
    ).admit()?.key ?? ''
  const first = open()
  expect(kept).toEqual([])
  keys.keep()
  keys.keep()
  expect(kept).toEqual([[first]])
  const others = Array.from({ length: 7 }, open)
  find(keys, first).admit() // used again
  open()
  expect(keys.find(nameIn(others[0] ?? ''))).toBe('unknown')
  expect(find(keys, first).secret).toBe(first.slice(-43))
})

test('a ticket is good for two minutes, and only while the file is there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-ticket-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(join(folder, 'a.txt'), 'a')
  const clock = { ms: 0 }
  let ids = 0
  const downloads = createDownloads(
    () => `id-${(ids += 1)}`,
    () => clock.ms,
  )
  const token = downloads.add(folder, 'a.txt', [join(folder, 'a.txt')])
  const ticket = downloads.ticket(token) ?? ''
  expect(ticket).toBe('/download/id-2')
  clock.ms = 2 * 60 * 1000 + 1
  const unanswered = {} as Parameters<typeof downloads.send>[1] // not touched: the ticket is not good
  expect(await downloads.send('id-2', unanswered)).toBe(false)
  expect(await downloads.send(token, unanswered)).toBe(false)
  downloads.clear()
  expect(downloads.ticket(token)).toBeNull()
})
