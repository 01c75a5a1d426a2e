/** Random numbers from a seed (mulberry32): mutant number 1,234 is the same file on every machine. */
export interface Random {
  /** 0 up to, not with, `end`. */
  below: (end: number) => number
  pick: <T>(list: readonly T[]) => T
  /** True once in `times`. */
  once: (times: number) => boolean
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (end: number): number => Math.floor(next() * end)
  return {
    below,
    pick: (list) => {
      if (list.length === 0) throw new Error('nothing to pick from')
      return list[below(list.length)] as (typeof list)[number] // below the length
    },
    once: (times) => below(times) === 0,
  }
}
