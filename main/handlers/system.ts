/** The clock and the source of ids of the running program; tests pass their own. */
import { randomUUID } from 'node:crypto'

/** ISO 8601 in UTC. */
export const systemNow = (): string => new Date().toISOString()
export const systemNowMs = (): number => Date.now()
export const systemId = (): string => randomUUID()
/** For how long something lasts: does not jump when the clock is set. */
export const systemSteadyMs = (): number => performance.now()
