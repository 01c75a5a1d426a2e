/** Taking in files: choose, read into a preview that stays in memory, save the chosen tables. */
import { exampleFiles } from './examples.ts'
import { describeMatch } from './held-tables.ts'
import { importTables } from './import-tables.ts'
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
      return { token, files: waiting.preview, ...describeMatch(store, waiting.preview) }
    },
    'import.match': ({ token, years }) => {
      const { preview } = tokens.read(token)
      if (!preview) throw notRead()
      const chosen = byPlace(years)
      return describeMatch(store, preview, (file, table) => ({ year: chosen.get(placeKey({ file, table }))?.year }))
    },
    'import.commit': ({ token, tables }) => {
      const { preview } = tokens.read(token)
      if (!preview) throw notRead()
      const chosen = tables && byPlace(tables)
      const outcome = importTables(context, preview, 'imported', (file, table) => {
        if (!chosen) return { choice: 'update' }
        const own = chosen.get(placeKey({ file, table }))
        if (!own) return { choice: 'leave' }
        return { choice: own.asNew ? 'new' : 'update', year: own.year, into: own.into }
      })
      tokens.remove(token)
      changed(outcome.ids)
      return outcome
    },
    'examples.open': () => {
      const outcome = importTables(context, exampleFiles(), 'example')
      changed(outcome.ids)
      return outcome
    },
  }
}

interface Place {
  file: number
  table: number
}

const placeKey = ({ file, table }: Place): string => `${file} ${table}`

const byPlace = <T extends Place>(some: readonly T[]): Map<string, T> =>
  new Map(some.map((one) => [placeKey(one), one]))

const notRead = (): Refusal => new Refusal('bad-input', '这些文件还没有读取：请先读取再存入。')
