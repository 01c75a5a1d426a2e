/** Where a part of the program writes what it did: standard error in a terminal, a file on the desktop. Never the network. */
import { visibleText } from '../../../shared/values/text/visible-text.ts'

export interface Log {
  info: (text: string) => void
  warn: (text: string) => void
  /** `cause` is kept for the log alone; the person reads the Chinese message of the Result. */
  error: (text: string, cause?: unknown) => void
}

/** A log that writes to a stream such as standard error. Names of others in it cannot steer a terminal. */
export function createStreamLog(stream: (line: string) => void): Log {
  const write = (text: string): void => stream(`${visibleText(text)}\n`)
  return {
    info: write,
    warn: (text) => write(`注意：${text}`),
    error: (text, cause) => write(`错误：${text}${cause === undefined ? '' : `\n${describe(cause)}`}`),
  }
}

function describe(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
}
