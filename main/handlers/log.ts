/** Where a part of the program writes what it did: standard error in a terminal, a file on the desktop. Never the network. */
export interface Log {
  info: (text: string) => void
  warn: (text: string) => void
  /** `cause` is kept for the log alone; the person reads the Chinese message of the Result. */
  error: (text: string, cause?: unknown) => void
}

/** A log that writes one line each to a stream such as standard error. */
export function createStreamLog(write: (line: string) => void): Log {
  return {
    info: (text) => write(`${text}\n`),
    warn: (text) => write(`注意：${text}\n`),
    error: (text, cause) => write(`错误：${text}${cause === undefined ? '' : `\n${describe(cause)}`}\n`),
  }
}

function describe(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
}
