/** The command line: `npm run -s jibiao -- <command>`. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { builtIn } from '../../shared/templates/built-in.ts'
import { openBrowserPrinter } from '../handlers/documents.ts'
import { processTerminal } from './process-terminal.ts'
import { runCommandLine } from './run.ts'

const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8')) as {
  version: string
}
process.exitCode = await runCommandLine(process.argv.slice(2), {
  version,
  print: (text) => void process.stdout.write(text),
  terminal: processTerminal({ templates: builtIn, pdf: openBrowserPrinter, programs: undefined }),
})
