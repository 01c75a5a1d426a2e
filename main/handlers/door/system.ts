/** The clock and the source of ids of the running program; tests pass their own. */
import { randomUUID } from 'node:crypto'

/** ISO 8601 in UTC. */
export const systemNow = (): string => new Date().toISOString()
/** For ages alone: counted from the start of the program, whoever sets the clock meanwhile. */
export const systemNowMs = (): number => performance.now()
export const systemId = (): string => randomUUID()
/** For how long something lasts: does not jump when the clock is set. */
export const systemSteadyMs = (): number => performance.now()
