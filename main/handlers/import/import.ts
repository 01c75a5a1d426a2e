/** Taking in files: choose, read into a preview that stays in memory, save the chosen tables. */
import { exampleFiles } from './examples.ts'
import { describeHeld } from './held-tables.ts'
import { importTables, undoImport } from './import-tables.ts'
import { listFiles, shortName } from './list-files.ts'
import { Refusal } from '../door/refusal.ts'
import type { HandlerContext } from '../door/context.ts'
import type { Handlers } from '../door/dispatch.ts'

type Names = Extract<keyof Handlers, `import.${string}`> | 'examples.open'

export function importHandlers(context: HandlerContext): Pick<Handlers, Names> {
  const { store, documents, host, tokens, jobs } = context
  const changed = (ids: string[]): void => {
    if (ids.length > 0) host.emit('store.changed', { ids })
  }
  return {
    'import.choose': async () => {
      const paths = await host.chooseFiles()
      if (!paths) return null
      return { token: tokens.add(await listFiles(documents, paths, shortName(paths)), null) }
    },
    'import.given': async () => {
      const paths = host.takeGiven()
      return paths.length === 0
        ? null
        : { token: tokens.add(await listFiles(documents, paths, shortName(paths)), null) }
    },
    /** Its progress is told, and it is cancelled, under the token as the job's id. */
    'import.read': async ({ token }) => {
      const waiting = tokens.read(token)
      waiting.preview ??= await jobs.run(token, (job) => documents.read(waiting.files, job))
      return { token, files: waiting.preview, held: describeHeld(store, waiting.preview) }
    },
    'import.commit': ({ token, tables }) => {
      const { preview } = tokens.read(token)
      if (!preview) throw new Refusal('bad-input', '这些文件还没有读取：请先读取再存入。')
      const chosen = tables && new Map(tables.map(({ file, table, asNew }) => [`${file} ${table}`, asNew]))
      const outcome = importTables(context, preview, 'import', (file, table) => {
        if (chosen && !chosen.has(`${file} ${table}`)) return 'leave'
        return chosen?.get(`${file} ${table}`) ? 'new' : 'update'
      })
      tokens.remove(token)
      changed(outcome.ids)
      return outcome
    },
    'import.undo': (undo) => {
      const ids = undoImport(context, undo)
      changed(ids)
      return { count: ids.length }
    },
    'examples.open': () => {
      const outcome = importTables(context, exampleFiles(), 'example')
      changed(outcome.ids)
      return outcome
    },
  }
}
