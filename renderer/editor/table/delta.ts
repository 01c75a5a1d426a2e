/**
 * What turns one plain JSON value into another, as small as possible: the undo history is kept over restarts as such
 * steps (kept-history.ts). Values are compared by content; parts that are the same object are never looked into.
 */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json }

/**
 * A string is the new text itself; `v` any new value; `o` the changed members of an object and `x` the removed ones; `a` a
 * list: how many items stay at its start and at its end, and the items between them.
 */
export type Delta =
  | string
  | { v: Json }
  | { o: Record<string, Delta>; x?: string[] }
  | { a: [start: number, end: number, between: Item[]] }

/** An item as it stood at this index; the same, changed; a new one. */
type Item = number | [index: number, change: Delta] | { v: Json }

type Members = Record<string, Json>

/** null: the values are equal. */
export function findDelta(from: Json | undefined, to: Json): Delta | null {
  if (from === to) return null
  if (typeof to === 'string') return to
  if (Array.isArray(from) && Array.isArray(to)) return listDelta(from, to)
  if (isMembers(from) && isMembers(to)) return membersDelta(from, to)
  return { v: to }
}

/** Throws where the delta does not fit the value. */
export function applyDelta(from: Json | undefined, delta: Delta): Json {
  if (typeof delta === 'string') return delta
  if ('v' in delta) return delta.v
  if ('a' in delta) return applyToList(from, delta.a)
  if (!isMembers(from)) throw new Error('members of something else')
  const entries = Object.entries(delta.o).map(([name, change]) => [name, applyDelta(from[name], change)] as const)
  const to = { ...from, ...Object.fromEntries(entries) }
  for (const name of delta.x ?? []) delete to[name]
  return to
}

function membersDelta(from: Members, to: Members): Delta | null {
  const changes = Object.entries(to).flatMap(([name, value]) => {
    const change = findDelta(from[name], value)
    return change === null ? [] : [[name, change] as const]
  })
  const removed = Object.keys(from).filter((name) => to[name] === undefined)
  if (changes.length + removed.length === 0) return null
  return { o: Object.fromEntries(changes), ...(removed.length > 0 && { x: removed }) }
}

function listDelta(from: Json[], to: Json[]): Delta | null {
  const shorter = Math.min(from.length, to.length)
  const isSame = (one: number, other: number) => findDelta(from[one], to[other] ?? null) === null
  let start = 0
  while (start < shorter && isSame(start, start)) start++
  if (start === from.length && start === to.length) return null
  let end = 0
  while (end < shorter - start && isSame(from.length - 1 - end, to.length - 1 - end)) end++
  const last = from.length - end
  const indexes = new Map<string | Json, number>()
  for (let index = start; index < last; index++) indexes.set(identity(from[index] ?? null), index)
  const sameLength = from.length === to.length
  const between = to.slice(start, to.length - end).map((value, at): Item => {
    const moved = indexes.get(identity(value))
    if (moved !== undefined) return moved
    const change = sameLength ? findDelta(from[start + at], value) : null
    return change === null ? { v: value } : [start + at, change]
  })
  return { a: [start, end, between] }
}

/** Equal for equal items; the object itself would miss equal copies. */
const identity = (value: Json): string => JSON.stringify(value)

function applyToList(from: Json | undefined, [start, end, between]: [number, number, Item[]]): Json {
  if (!Array.isArray(from) || start + end > from.length) throw new Error('a list of another length')
  const item = (index: number): Json => {
    const value = from[index]
    if (value === undefined) throw new Error('no such item')
    return value
  }
  const items = between.map((one) => {
    if (typeof one === 'number') return item(one)
    return Array.isArray(one) ? applyDelta(item(one[0]), one[1]) : one.v
  })
  return [...from.slice(0, start), ...items, ...from.slice(from.length - end)]
}

const isMembers = (value: Json | undefined): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
