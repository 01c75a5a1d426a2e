/** Typed words → a command's options, or a UsageError that says which word is wrong and what is possible. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { isFiscalYear } from '../../shared/identity/fiscal-year.ts'
import { UsageError } from './usage-error.ts'
import type { ExportFormat } from '../handlers/export/write-forms.ts'
import type { Command, CommandOptions, OptionName } from './command.ts'

/** The formats of the contract; said again here, because loading the contract takes longer than `templates` may. */
const exportFormats: readonly ExportFormat[] = ['xlsx', 'docx', 'html', 'pdf', 'json']

/** `words` after the command's name; `folder` is where relative paths count from. */
export function readOptions(command: Command, words: readonly string[], folder: string): CommandOptions {
  const { values, positionals, tokens } = parseArgs({
    args: [...words],
    strict: false, // the messages of the strict parser are English
    allowPositionals: true,
    tokens: true,
    options: {
      workspace: { type: 'string' },
      format: { type: 'string' },
      out: { type: 'string' },
      template: { type: 'string' },
      by: { type: 'string' },
      year: { type: 'string' },
      single: { type: 'boolean' },
      json: { type: 'boolean' },
    },
  })
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    if (!isAllowed(command, token.name)) {
      throw new UsageError(`${command.name} 没有选项 ${token.rawName}。用法：${command.usage}`)
    }
    const isFlag = token.name === 'single' || token.name === 'json'
    if (isFlag && token.value !== undefined) throw new UsageError(`选项 ${token.rawName} 后面不能写值。`)
    if (!isFlag && (token.value === undefined || token.value === '')) {
      throw new UsageError(`选项 ${token.rawName} 后面要写值。用法：${command.usage}`)
    }
  }
  if (!command.takesFiles && positionals.length > 0) {
    throw new UsageError(`${command.name} 后面不能写“${positionals[0]}”。用法：${command.usage}`)
  }
  const text = (name: OptionName): string | undefined => (typeof values[name] === 'string' ? values[name] : undefined)
  const place = (name: OptionName): string | undefined => {
    const value = text(name)
    return value === undefined ? undefined : resolve(folder, value)
  }
  return {
    files: positionals.map((typed) => ({ typed, path: resolve(folder, typed) })),
    json: values['json'] === true,
    single: values['single'] === true,
    workspace: place('workspace'),
    out: place('out'),
    format: formatOf(text('format')),
    template: text('template'),
    by: text('by'),
    year: yearOf(text('year')),
  }
}

function isAllowed(command: Command, name: string): boolean {
  return name === 'json' || (command.options as string[]).includes(name)
}

function yearOf(text: string | undefined): string | undefined {
  if (text === undefined || isFiscalYear(text)) return text
  throw new UsageError(`“${text}”不是年度：请写四位数字，例如 2025。`)
}

function formatOf(text: string | undefined): ExportFormat | undefined {
  if (text === undefined) return undefined
  const format = exportFormats.find((known) => known === text.toLowerCase())
  if (!format) throw new UsageError(`不认识的格式“${text}”：可以是 ${exportFormats.join('、')}。`)
  return format
}

/** The value of an option the command cannot do without. */
export function required<T>(value: T | undefined, option: OptionName, command: string): T {
  if (value === undefined) throw new UsageError(`${command} 需要选项 --${option}。`)
  return value
}
