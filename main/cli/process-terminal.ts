/** The real terminal: working folder, clock, ids, standard error. Output stays UTF-8 whatever the console's code page. */
import { createStreamLog } from '../handlers/door/log.ts'
import { visibleName } from '../../shared/values/text/visible-text.ts'
import { systemId, systemNow } from '../handlers/door/system.ts'
import type { Terminal } from './terminal.ts'

export function processTerminal(parts: Pick<Terminal, 'templates' | 'pdf' | 'programs'>): Terminal {
  // A reader that goes away (`| head`) is no error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  return {
    // npm runs scripts in the project folder; INIT_CWD is where the person typed the command.
    folder:
      process.env['npm_lifecycle_event'] === 'jibiao' ? (process.env['INIT_CWD'] ?? process.cwd()) : process.cwd(),
    log: createStreamLog((line) => void process.stderr.write(line)),
    progress(line) {
      if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${visibleName(line)}`)
    },
    ...parts,
    now: systemNow,
    newId: systemId,
  }
}
