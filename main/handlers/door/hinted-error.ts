/** A failure with what the person can do about it: lines of their own behind its message. */
export class HintedError extends Error {
  readonly hints: readonly string[]

  /** `cause` is the failure. */
  constructor(cause: unknown, hints: readonly string[]) {
    super('see cause', { cause })
    this.name = 'HintedError'
    this.hints = hints
  }
}
