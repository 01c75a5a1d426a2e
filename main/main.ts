/**
 * Entry of the desktop program: words of the command line are answered like `npm run jibiao`, everything else opens the
 * window. A table of contents; the parts are in app/ and cli/.
 */
import { parseArgs } from 'node:util'
import { app } from 'electron'
import { answerCommandLine } from './app/command-line.ts'
import { startDesktop } from './app/desktop.ts'
import { isCommandLine } from './cli/run.ts'

/** Behind the executable, and in development behind the project folder. */
const words = process.argv.slice(app.isPackaged ? 1 : 2)

if (isCommandLine(words)) void answerCommandLine(words)
else {
  const options = { data: { type: 'string' }, workspace: { type: 'string' } } as const
  const { values } = parseArgs({ args: words, options, strict: false }) // the system adds words of its own
  startDesktop({ data: textOf(values.data), workspace: textOf(values.workspace) })
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
