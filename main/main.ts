/**
 * Entry of the desktop program: words of the command line are answered like `npm run jibiao`, everything else opens the
 * window. A table of contents; the parts are in app/ and cli/.
 */
import { app } from 'electron'
import { answerCommandLine } from './app/command-line.ts'
import { startDesktop } from './app/desktop.ts'
import { readStartWords } from './app/words.ts'
import { isCommandLine } from './cli/run.ts'

/** Behind the executable, and in development behind the project folder. */
const words = process.argv.slice(app.isPackaged ? 1 : 2)

if (isCommandLine(words)) void answerCommandLine(words)
else startDesktop(readStartWords(words, process.cwd()))
