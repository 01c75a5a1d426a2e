/**
 * A good file with a few things changed as accidents and other programs change them: bytes, XML nodes and attributes, parts of
 * the package, lines, cells and words of a text; and pieces repeated, which is what holds a reader up.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { GoodFile } from './good-files.ts'
import { changeText } from './mutate-text.ts'
import type { Random } from './random.ts'

export function mutate({ name, bytes }: GoodFile, random: Random): Uint8Array {
  if (random.once(4)) return changeBytes(bytes, random)
  if (/\.(?:xlsx|docx)$/u.test(name)) return changePackage(bytes, random)
  return strToU8(changeText(strFromU8(bytes), random))
}

function changeBytes(bytes: Uint8Array, random: Random): Uint8Array {
  let result = bytes
  const changes = 1 + random.below(4)
  for (let change = 0; change < changes; change++) {
    const at = random.below(result.length + 1)
    const cut = random.pick([0, 1, 1, random.below(200)])
    const piece = random.pick([
      new Uint8Array(),
      Uint8Array.of(random.below(256)),
      result.subarray(at, at + random.below(300)),
    ])
    result = Buffer.concat([result.subarray(0, at), piece, result.subarray(at + cut)])
  }
  return result
}

function changePackage(bytes: Uint8Array, random: Random): Uint8Array {
  const parts: Record<string, Uint8Array> = { ...unzipSync(bytes) }
  const changes = 1 + random.below(3)
  for (let change = 0; change < changes; change++) {
    const names = Object.keys(parts)
    if (names.length === 0) break
    const large = names.toSorted((one, other) => (parts[other]?.length ?? 0) - (parts[one]?.length ?? 0))
    const name = random.once(3) ? random.pick(names) : random.pick(large.slice(0, 3)) // where the cells are
    const content = parts[name] ?? new Uint8Array()
    const isDropped = random.once(15)
    if (isDropped) delete parts[name]
    else if (random.once(15)) parts[random.pick(names)] = content
    else parts[name] = strToU8(changeXml(strFromU8(content), random))
  }
  return zipSync(parts, { level: random.pick([0, 1]) })
}

const values = [
  '',
  '-1',
  '0',
  '1',
  '999999999',
  'A1:XFD1048576',
  'NaN',
  'true',
  '__proto__',
  'x',
  '1e308',
  '&#x20;',
  'continue',
  'restart',
  '9',
  '22',
  'rId1',
]

function changeXml(xml: string, random: Random): string {
  const kind = random.below(6)
  if (kind === 0) return replaceMatch(xml, /="([^"<]*)"/gu, random, () => `="${random.pick(values)}"`)
  if (kind === 1)
    return replaceMatch(xml, /<(\w[\w:]*)[^<>]*>(?:[^<]|<(?!\/?\1[ >]))*<\/\1>/gu, random, (element) =>
      random.pick(['', element.repeat(2), element.repeat(1 + random.below(60))]),
    )
  if (kind === 2)
    return replaceMatch(
      xml,
      /<(?:row|w:tr|si|w:tc|c|w:p)[ >](?:(?!<\/(?:row|w:tr|si|w:tc|c|w:p)>)[^])*<\/(?:row|w:tr|si|w:tc|c|w:p)>/gu,
      random,
      () => '',
    )
  if (kind === 3)
    return replaceMatch(xml, /<[^<>]*>/gu, random, (tag) =>
      random.pick(['', `${tag}${tag}`, tag.replace(/\/?>/u, '/>')]),
    )
  return replaceMatch(xml, />([^<]+)</gu, random, (text) => `>${escapeXml(changeText(text.slice(1, -1), random))}<`)
}

/** One of the places an expression finds is written anew. */
function replaceMatch(text: string, pattern: RegExp, random: Random, write: (found: string) => string): string {
  const matches = [...text.matchAll(pattern)]
  if (matches.length === 0) return text
  const { index, 0: found } = random.pick(matches)
  return text.slice(0, index) + write(found) + text.slice(index + found.length)
}

const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
