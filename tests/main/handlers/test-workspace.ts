/**
 * A workspace in a temporary folder with a clock and ids of its own, and a host whose dialogs answer what the test sets.
 * Everything else is the real program.
 */
import { builtIn } from '../../../shared/templates/built-in.ts'
import { mkdtempSync, mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createFileTokens } from '../../../main/handlers/door/file-tokens.ts'
import type { OpenPdfPrinter } from '../../../main/documents/pdf/pdf.ts'
import { openWorkspace } from '../../../main/handlers/workspace/open-workspace.ts'
import type { Workspace } from '../../../main/handlers/workspace/open-workspace.ts'
import type { FileTokens } from '../../../main/handlers/door/file-tokens.ts'
import type { Host } from '../../../main/handlers/door/host.ts'
import type { CallInput, CallName, CallOutput } from '../../../shared/ipc/contract.ts'
import type { Result } from '../../../shared/ipc/result.ts'

export interface TestWorkspace {
  folder: string
  workspace: Workspace
  tokens: FileTokens
  /** What the person answers in the dialogs. */
  answers: { files: string[] | null; backup: string | null; exportTo: string | null; fileName: string | null }
  /** What left the program: events, printed HTML, log lines. */
  events: { event: string; payload: unknown }[]
  printed: string[]
  errors: string[]
  /** Through the door, as a transport does it. */
  call: <Name extends CallName>(name: Name, input: CallInput<Name>) => Promise<Result<CallOutput<Name>>>
  /** The same, and the value of a success; fails the test otherwise. */
  value: <Name extends CallName>(name: Name, input: CallInput<Name>) => Promise<CallOutput<Name>>
}

export function openTestWorkspace({ pdf = plainPrinter }: { pdf?: OpenPdfPrinter } = {}): TestWorkspace {
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-handlers-'))
  const exports = join(folder, 'exports')
  mkdirSync(exports)
  const answers: TestWorkspace['answers'] = { files: null, backup: null, exportTo: exports, fileName: null }
  const events: TestWorkspace['events'] = []
  const printed: string[] = []
  const errors: string[] = []
  let ids = 0
  let ticks = 0
  const newId = (): string => `id-${++ids}`
  const now = (): string => new Date(Date.UTC(2024, 4, 1) + ++ticks * 1000).toISOString()
  const host: Host = {
    paste: () => false,
    reload: () => false,
    takeGiven: () => [],
    hearUnsaved: () => {},
    kind: 'electron',
    chooseFiles: async () => answers.files,
    chooseBackup: async () => answers.backup,
    openFolder: async (path) => path === folder,
    chooseDestination: async () =>
      answers.exportTo === null ? null : { folder: answers.exportTo, fileName: answers.fileName },
    deliver: async (destination) => ({ place: destination.folder, downloads: [] }),
    ticket: () => null,
    print: async (html) => {
      printed.push(new TextDecoder().decode(await html()))
      return true
    },
    emit: (event, payload) => void events.push({ event, payload }),
  }
  const tokens = createFileTokens(newId, () => ticks * 1000)
  const log = { info: () => {}, warn: () => {}, error: (text: string) => void errors.push(text) }
  const file = join(folder, 'work.db')
  const workspace = openWorkspace({ file, version: '1.2.3', log, pdf, templates: builtIn, now, newId }, host, tokens)
  onTestFinished(async () => {
    await workspace.close()
    rmSync(folder, { recursive: true })
  })
  const call: TestWorkspace['call'] = async (name, input) => (await workspace.dispatch(name, input)) as never // typed by the contract
  return {
    folder,
    workspace,
    tokens,
    answers,
    events,
    printed,
    errors,
    call,
    async value(name, input) {
      const result = await call(name, input)
      if (!result.ok) throw new Error(`${name}: ${result.error.code} ${result.error.message}`)
      return result.value
    },
  }
}

const plainPrinter: OpenPdfPrinter = () => ({
  print: async () => new TextEncoder().encode('%PDF-1.7 a printer of the test'),
  close: async () => {},
})
