/**
 * Where the entries of a packed indicator cell begin and what their parts are. An entry begins with `N、` after the start,
 * a 。, a ； or white space. It counts when
 * - both levels carry a code or are words of the form's vocabulary (a strong head; any number), or
 * - N is the next number, no strong head has it, the entry before is complete and this one has its 年度指标值.
 * So a value may contain `。2、加强；提高；` and stays one value.
 */
import { normalizeForMatch } from '../text/normalize.ts'
import {
  annualMark,
  annualMarkEverywhere,
  annualMarkFirst,
  levelCode,
  maskProtected,
  termMark,
  termMarkFirst,
  trimBreaks,
  unprotect,
} from './indicator-list-marks.ts'

/** The part of a form's level vocabulary that matters here (a Level of a template fits). */
export interface LevelCodes {
  name: string
  code: string
  subcategories: readonly { name: string; code: string }[]
}

export interface CodedName {
  /** The printed code; '' where there is none. */
  code: string
  name: string
}

export interface Entry {
  number: number
  category: CodedName
  subcategory: CodedName
  name: string
  /** null where the entry does not have the part. */
  termTarget: string | null
  target: string | null
}

interface Head {
  number: number
  strong: boolean
  start: number
  categoryStart: number
  categoryEnd: number
  subcategoryEnd: number
}

/** Level names compare without 指标: the form prints 社会效益 where others print 社会效益指标. */
export function levelKey(name: string): string {
  return normalizeForMatch(name).replace(/指标$/u, '')
}

export function findEntries(text: string, levels: readonly LevelCodes[]): { entries: Entry[]; rest: string } {
  const masked = maskProtected(text)
  const heads = chooseHeads(findHeads(masked, levels), masked)
  const entries = heads.map((head, index) => readEntry(text, masked, head, heads[index + 1]?.start ?? text.length))
  return { entries, rest: text.slice(0, heads[0]?.start ?? text.length) }
}

function findHeads(masked: string, levels: readonly LevelCodes[]): Head[] {
  const names = new Set(
    levels.flatMap((level) => [level.name, ...level.subcategories.map((one) => one.name)].map(levelKey)),
  )
  const isLevel = (piece: string) => levelCode.test(piece) || names.has(levelKey(piece))
  const separators = [...masked.matchAll(/[；;]/gu)].map((match) => match.index)
  let next = 0
  const heads: Head[] = []
  for (const match of masked.matchAll(/(^|[。；;\s])(\d{1,6})\s*([、.．])/gu)) {
    const numberEnd = match.index + match[0].length
    if (match[3] !== '、' && !isBehindPoint(masked, numberEnd)) continue
    const categoryStart = endOfSpaces(masked, numberEnd)
    while ((separators[next] ?? Infinity) < categoryStart) next++
    const categoryEnd = separators[next]
    const subcategoryEnd = separators[next + 1]
    if (categoryEnd === undefined || subcategoryEnd === undefined) break
    // A level name is short: only so much is looked at, and the search stays linear.
    const strong =
      isLevel(masked.slice(categoryStart, Math.min(categoryEnd, categoryStart + 200))) &&
      isLevel(masked.slice(categoryEnd + 1, Math.min(subcategoryEnd, categoryEnd + 200)))
    const start = match.index + (match[1]?.length ?? 0)
    heads.push({ number: Number(match[2]), strong, start, categoryStart, categoryEnd, subcategoryEnd })
  }
  return heads
}

const spaces = /\s*/y
const behindPoint = /\d+\s*[-－‐–—]|\D/y

function endOfSpaces(text: string, from: number): number {
  spaces.lastIndex = from
  return spaces.test(text) ? spaces.lastIndex : from
}

/** Behind `1.` stands a level or its code (`11-`), not the decimals of a number. */
function isBehindPoint(text: string, from: number): boolean {
  behindPoint.lastIndex = from
  return behindPoint.test(text)
}

function chooseHeads(candidates: Head[], masked: string): Head[] {
  const strongNumbers = new Set(candidates.filter((head) => head.strong).map((head) => head.number))
  const annualMarks = [...masked.matchAll(annualMarkEverywhere)].map((match) => match.index)
  let mark = 0
  const chosen: Head[] = []
  for (const head of candidates) {
    const last = chosen.at(-1)
    if (last && head.start < last.subcategoryEnd) continue
    while ((annualMarks[mark] ?? Infinity) < (last?.subcategoryEnd ?? 0)) mark++
    const complete = !last || (annualMarks[mark] ?? Infinity) < head.start
    const isNext = head.number === (last?.number ?? 0) + 1
    const hasTarget = (annualMarks.at(-1) ?? -1) >= head.subcategoryEnd
    if (head.strong || (isNext && complete && hasTarget && !strongNumbers.has(head.number))) chosen.push(head)
  }
  return chosen
}

function readEntry(text: string, masked: string, head: Head, nextStart: number): Entry {
  const body = masked.slice(head.subcategoryEnd + 1, nextStart)
  const offset = head.subcategoryEnd + 1
  const end = offset + body.trimEnd().replace(/[。；;]$/u, '').length
  const term = findMark(body, termMark, termMarkFirst)
  const annual = findMark(body, annualMark, annualMarkFirst, term?.end ?? 0)
  const piece = (start: number, stop: number) =>
    unprotect(text.slice(...trimBreaks(masked, start, Math.max(start, stop))))
  const nameEnd = offset + Math.min(term?.start ?? Infinity, annual?.start ?? Infinity, end - offset)
  return {
    number: head.number,
    category: readLevel(text, masked, head.categoryStart, head.categoryEnd),
    subcategory: readLevel(text, masked, head.categoryEnd + 1, head.subcategoryEnd),
    name: piece(offset, nameEnd),
    termTarget: term && piece(offset + term.end, annual ? offset + annual.start : end),
    target: annual && piece(offset + annual.end, end),
  }
}

function findMark(body: string, inside: RegExp, first: RegExp, from = 0): { start: number; end: number } | null {
  const atStart = from === 0 ? first.exec(body) : null
  if (atStart) return { start: 0, end: atStart[0].length }
  const match = inside.exec(body.slice(from))
  return match && { start: from + match.index, end: from + match.index + match[0].length }
}

function readLevel(text: string, masked: string, start: number, end: number): CodedName {
  const code = levelCode.exec(masked.slice(start, end))
  const [from, to] = trimBreaks(masked, start + (code?.[0].length ?? 0), end)
  return { code: code?.[1] ?? '', name: unprotect(text.slice(from, to)) }
}
