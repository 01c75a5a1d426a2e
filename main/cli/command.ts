/** What a command of the command line is, and what its typed words become. */
import type { ExportFormat } from '../handlers/export/write-forms.ts'
import type { Answer, Terminal } from './terminal.ts'

export type OptionName = 'workspace' | 'format' | 'out' | 'template' | 'single' | 'by' | 'year'

export interface Command {
  name: string
  usage: string
  summary: string
  details: string
  options: OptionName[]
  /** How many files or folders it takes: none, or any number. */
  takesFiles: boolean
  run: (options: CommandOptions, terminal: Terminal) => Promise<Answer>
}

export interface NamedPath {
  typed: string
  /** Absolute. */
  path: string
}

export interface CommandOptions {
  /** Files and folders as typed, and where they are. */
  files: NamedPath[]
  json: boolean
  single: boolean
  /** Absolute; undefined where not given. */
  workspace: string | undefined
  out: string | undefined
  format: ExportFormat | undefined
  template: string | undefined
  by: string | undefined
  year: string | undefined
}
