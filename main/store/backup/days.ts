/**
 * The last days of work in their order. The clock is a hint: one start with a wrong clock must not make everything old. So what
 * depends on age goes by the earliest of the last few days that were noted and today.
 */
import { createSettings } from '../settings.ts'
import type { Database } from 'better-sqlite3'

export interface Days {
  /** Another day has begun, as far as the clock can be believed. */
  note(time: string): void
  /** The time by which anything may be called old: `now`, or one of the days before where that is earlier. */
  believed(now: string): string
}

/** Today and so many before have to agree. */
const daysKept = 4
const key = 'program-days'

export function createDays(database: Database): Days {
  const settings = createSettings(database)
  const read = (): string[] => {
    const kept: unknown = JSON.parse(settings.read()[key] ?? '[]') // its hash was checked: we wrote it
    return Array.isArray(kept) ? kept.filter((time) => typeof time === 'string') : []
  }
  return {
    note: (time) => settings.write(key, JSON.stringify([...read(), time].slice(-daysKept))),
    believed: (now) => [now, ...read()].toSorted()[0] ?? now,
  }
}
