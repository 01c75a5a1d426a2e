/**
 * One run of the command line: words in, exit status out. 0 done; 1 `check` found errors; 2 the words, or none of the
 * files, could be used. With --json standard output gets exactly one JSON document, failures included.
 */
import { commands } from './commands.ts'
import { commandHelp, generalHelp } from './help.ts'
import { HintedError } from '../handlers/door/hinted-error.ts'
import { readOptions } from './options.ts'
import { UsageError } from './usage-error.ts'
import { toFailure } from '../handlers/door/refusal.ts'
import { visibleJson, visibleName, visibleText } from '../../shared/values/text/visible-text.ts'
import type { Terminal } from './terminal.ts'

export interface Program {
  version: string
  print: (text: string) => void
  terminal: Terminal
}

export async function runCommandLine(words: readonly string[], program: Program): Promise<number> {
  const { print, terminal } = program
  const wantsJson = words.includes('--json')
  try {
    const text = fixedAnswer(words, program.version)
    if (text !== null) {
      print(text)
      return 0
    }
    const [name, ...rest] = words
    const command = commands.find((known) => known.name === name)
    if (!command) throw new UsageError(unknownCommand(name))
    const answer = await command.run(readOptions(command, rest, terminal.folder), terminal)
    print(wantsJson ? jsonText(answer.json) : visibleText(answer.text))
    return answer.status
  } catch (caught) {
    const thrown = caught instanceof HintedError ? caught.cause : caught
    const failure = thrown instanceof UsageError ? { code: 'bad-input', message: thrown.message } : toFailure(thrown)
    if (wantsJson) {
      const error = failure ?? { code: 'unexpected', message: '程序出了意外的错误，这一步没有完成。' }
      print(jsonText({ error }))
    }
    if (failure) terminal.log.error(visibleName(failure.message))
    else terminal.log.error('程序出了意外的错误，这一步没有完成', thrown)
    if (caught instanceof HintedError) for (const hint of caught.hints) terminal.log.info(hint)
    return 2
  } finally {
    terminal.progress('')
  }
}

const jsonText = (value: unknown): string => `${visibleJson(JSON.stringify(value, null, 2))}\n`

/** Whether the words are meant for the command line (the packaged program asks before it opens a window). */
export function isCommandLine(words: readonly string[]): boolean {
  const [first] = words
  return first !== undefined && (isHelp(first) || isVersion(first) || commands.some(({ name }) => name === first))
}

function fixedAnswer(words: readonly string[], version: string): string | null {
  const [first, second] = words
  if (first !== undefined && isVersion(first)) return `${version}\n`
  if (first !== undefined && isHelp(first)) {
    const command = commands.find(({ name }) => name === second)
    if (second !== undefined && !second.startsWith('-') && !command) throw new UsageError(unknownCommand(second))
    return command ? commandHelp(command) : generalHelp()
  }
  const command = commands.find(({ name }) => name === first)
  const plain = words.includes('--') ? words.slice(0, words.indexOf('--')) : words
  return command && plain.slice(1).some((word) => word === '--help' || word === '-h') ? commandHelp(command) : null
}

const isHelp = (word: string): boolean => word === 'help' || word === '--help' || word === '-h'
const isVersion = (word: string): boolean => word === '--version' || word === '-V'

function unknownCommand(name: string | undefined): string {
  const known = `命令有：${commands.map((command) => command.name).join('、')}、help。`
  return name === undefined ? `没有写命令。${known}` : `没有“${name}”这个命令。${known}`
}
