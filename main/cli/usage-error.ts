/** The command line cannot be used as it was typed, or nothing it names could: exit status 2 with this Chinese message. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}
