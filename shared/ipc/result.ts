/** What every call answers: the value, or a failure with a stable code and a Chinese message for the person. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: Failure }

export interface Failure {
  /** Stable, for programs: `not-found`, `conflict`, `bad-input`, `cancelled`, `file-…`, `store-…`, `unexpected`. */
  code: string
  /** Chinese: what happened, where, and what can be done. */
  message: string
}

export const succeed = <T>(value: T): Result<T> => ({ ok: true, value })
export const fail = (code: string, message: string): Result<never> => ({ ok: false, error: { code, message } })
