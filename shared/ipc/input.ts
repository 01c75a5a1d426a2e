/** What the checks of the calls' inputs are made of, and how a call is written down: one line, its input checked, its output a type. */
import { z } from 'zod'

const word = () => z.string().regex(/^[0-9a-zA-Z_-]{1,64}$/)
export const id = word()
/** Whatever a person can select: a hundred thousand projects and more. */
export const most = 1_000_000
export const ids = z.array(id).min(1).max(most)
/** Of work that may take long: its progress is told under this id, and it is cancelled by it. */
export const job = id.optional()
/** Of files waiting to be read, or offered for download. */
export const token = word()
export const year = z
  .string()
  .regex(/^\d{4}$/)
  .or(z.literal(''))
export const nothing = z.object({}).strict()
/** A record is checked in depth by shared/model/check.ts in the handler; here only its size is bounded by the transport. */
export const record = z.record(z.string(), z.unknown())

export function call<Input extends z.ZodType, Output>(input: Input, _output: (value: never) => Output) {
  return { input } as { input: Input; output: Output } // output exists only as a type
}
export const gives =
  <T>() =>
  (value: never): T =>
    value
