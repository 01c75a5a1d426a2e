/** Runs the command line in this process, in a temporary folder, and catches what it prints. */
import { builtIn } from '../../../shared/templates/built-in.ts'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { onTestFinished } from 'vitest'
import { createStreamLog } from '../../../main/handlers/door/log.ts'
import { runCommandLine } from '../../../main/cli/run.ts'

export interface CommandLine {
  folder: string
  run: (...words: string[]) => Promise<Ran>
}

interface Ran {
  status: number
  stdout: string
  stderr: string
  /** Standard output as the one JSON document it must be. */
  json: () => unknown
}

const examples = resolve(import.meta.dirname, '..', '..', '..', 'main', 'resources', 'examples')

export function openCommandLine(): CommandLine {
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-cli-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  let ids = 0
  return {
    folder,
    async run(...words) {
      let stdout = ''
      let stderr = ''
      const status = await runCommandLine(words, {
        version: '1.2.3',
        print: (text) => void (stdout += text),
        terminal: {
          folder,
          log: createStreamLog((line) => void (stderr += line)),
          progress: () => {},
          pdf: () => ({
            print: async () => new TextEncoder().encode('%PDF-1.7 a printer of the test'),
            close: async () => {},
          }),
          templates: builtIn,
          programs: undefined,
          now: () => '2024-05-01T00:00:00.000Z',
          newId: () => `id-${++ids}`,
        },
      })
      return { status, stdout, stderr, json: () => JSON.parse(stdout) as unknown }
    },
  }
}

export function copyExamples(folder: string): void {
  cpSync(examples, join(folder, '例表'), { recursive: true })
}
