/**
 * Full-text search over everything in the living projects. What changes is put on the list `search_pending` in the same
 * transaction and goes into the index in an idle moment (indexPending): an edit stays as quick as a plain one, and what
 * is still on the list is searched text by text. Order of relevance: search-tiers.ts.
 */
import { toQuery, toTerms } from './bigrams.ts'
import { unlessDamaged } from '../damage/unless-damaged.ts'
import { isWhole, projectColumns, toRecord } from '../projects/project-row.ts'
import { rowsPerProject, tiers, toTiers } from './search-tiers.ts'
import { foldForSearch } from '../../../shared/values/text/normalize.ts'
import type { ProjectRow } from '../projects/project-row.ts'
import type { ProjectRecord } from '../../../shared/model/project.ts'
import type { Database } from 'better-sqlite3'

/**
 * A longer word is found by its pairs. Up to this many hits it is then looked for as a whole; in a longer list a table
 * whose pairs stand apart may slip in.
 */
const hitsLookedAt = 60
/**
 * So many are searched text by text; more are indexed before the search, and still more are searched text by text after all,
 * as far as that can be waited for: idle moments index them.
 */
const pendingSearched = 20
const pendingIndexed = 200
const pendingLooked = 2000
const nowhere = tiers.length

export interface SearchIndex {
  /** Ids in order of relevance; all words separated by spaces must occur. A text without words finds nothing. */
  find(text: string): string[]
  /** A new or restored project. */
  add(seq: number, record: ProjectRecord): void
  /** A project whose record has changed. */
  change(seq: number): void
  remove(seq: number): void
  /** At most so many of the list; whether some are left. To be run in a transaction, as the next. */
  indexPending(limit?: number): boolean
  /** Empties the index and puts all living projects on the list. */
  startAnew(): void
}

export function createSearch(database: Database): SearchIndex {
  const match = database.prepare<[string], number>('SELECT rowid FROM search WHERE search MATCH ?').pluck()
  const insert = database.prepare<[number, string]>('INSERT OR REPLACE INTO search (rowid, terms) VALUES (?, ?)')
  const removeTier = database.prepare<[number]>('DELETE FROM search WHERE rowid = ?')
  const readPending = database.prepare<[number], number>('SELECT seq FROM search_pending LIMIT ?').pluck()
  const countPending = database.prepare<[], number>('SELECT count(*) FROM search_pending').pluck()
  const addPending = database.prepare<[number]>('INSERT OR IGNORE INTO search_pending (seq) VALUES (?)')
  const removePending = database.prepare<[number]>('DELETE FROM search_pending WHERE seq = ?')
  const idsFrom = (index: string) =>
    database.prepare<[], [number, string]>(`SELECT seq, id FROM projects INDEXED BY ${index}`).raw()
  const readIds = idsFrom('sqlite_autoindex_projects_1')
  const readIdsOtherwise = idsFrom('projects_list')
  const livingSeqs = database
    .prepare<[], number>("SELECT seq FROM projects INDEXED BY projects_list WHERE deleted_at = ''")
    .pluck()
  const lastSeq = database.prepare<[], number>('SELECT max(seq) FROM projects').pluck()
  const readRow = database.prepare<[number], ProjectRow>(
    `SELECT ${projectColumns.join(', ')} FROM projects WHERE seq = ?`,
  )
  const readText = database.prepare<[number], string>('SELECT record FROM projects WHERE seq = ?').pluck()
  /** Ids by number, as far as they were needed. */
  let ids: (string | undefined)[] = []

  const add = (seq: number, record: ProjectRecord): void => {
    ids[seq] = undefined // a number freed by a purge can come again
    for (const [tier, texts] of toTiers(record).entries()) insert.run(seq * rowsPerProject + tier, toTerms(texts))
  }
  const indexPending = (limit = -1): boolean => {
    for (const seq of readPending.all(limit)) {
      const row = unlessDamaged(() => readRow.get(seq))
      if (row && isWhole(row)) add(seq, toRecord(row.record))
      removePending.run(seq)
    }
    return readPending.get(1) !== undefined
  }
  /** For each project by its number: the best tier in which all the words stand, or `nowhere`. */
  const tiersOfHits = (words: string[]): Uint8Array => {
    const size = (lastSeq.get() ?? 0) + 1
    const [first, ...others] = words.map((word) => {
      const best = new Uint8Array(size).fill(nowhere)
      for (const rowid of match.all(toQuery(word))) {
        const seq = Math.floor(rowid / rowsPerProject)
        best[seq] = Math.min(best[seq] ?? nowhere, rowid % rowsPerProject)
      }
      return best
    })
    for (const other of others) {
      first?.forEach((tier, seq) => {
        const otherTier = other[seq] ?? nowhere
        first[seq] = tier === nowhere || otherTier === nowhere ? nowhere : Math.min(tier, otherTier)
      })
    }
    return first ?? new Uint8Array(size).fill(nowhere)
  }
  const tiersByIndex = (words: string[]): Uint8Array => {
    const count = countPending.get() ?? 0
    if (count > pendingSearched && count <= pendingIndexed && !database.readonly) {
      database.transaction(indexPending).immediate()
    }
    const pending = readPending.all(pendingLooked)
    const best = tiersOfHits(words)
    const looked = words.some((word) => Array.from(word).length > 2) ? fewHits(best) : []
    for (const seq of [...looked, ...pending]) best[seq] = tierInTexts(seq, words)
    return best
  }
  /** Where the index cannot be read: a second for ten thousand projects. */
  const tiersByText = (words: string[]): Uint8Array => {
    const seqs = livingSeqs.all()
    const best = new Uint8Array(seqs.reduce((last, seq) => Math.max(last, seq), 0) + 1).fill(nowhere)
    for (const seq of seqs) best[seq] = tierInTexts(seq, words)
    return best
  }
  /** The same of one project by its texts. Most have not all the words: their stored text shows it, without being taken apart. */
  const tierInTexts = (seq: number, words: string[]): number => {
    if (isAbsent(words, unlessDamaged(() => readText.get(seq)) ?? '')) return nowhere
    const row = unlessDamaged(() => readRow.get(seq))
    if (!row || !isWhole(row)) return nowhere
    const texts = toTiers(toRecord(row.record)).map((tier) => foldForSearch(tier.join('\n')))
    const found = words.map((word) => texts.findIndex((text) => text.includes(word)))
    return found.includes(-1) ? nowhere : Math.min(...found)
  }
  const toIds = (seqs: number[]): string[] => {
    if (seqs.some((seq) => ids[seq] === undefined)) {
      ids = []
      for (const [seq, id] of unlessDamaged(() => readIds.all()) ?? readIdsOtherwise.all()) ids[seq] = id
    }
    return seqs.map((seq) => ids[seq] ?? '').filter((id) => id !== '')
  }

  return {
    find(text) {
      const words = [...new Set(foldForSearch(text).split(/\s+/))].filter((word) => word !== '')
      if (words.length === 0) return []
      const best = unlessDamaged(() => tiersByIndex(words)) ?? tiersByText(words)
      const byTier: number[][] = tiers.map(() => [])
      best.forEach((tier, seq) => byTier[tier]?.push(seq))
      return toIds(byTier.flat())
    },
    add,
    change: (seq) => void addPending.run(seq),
    remove(seq) {
      for (const tier of tiers) removeTier.run(seq * rowsPerProject + tier)
      removePending.run(seq)
    },
    indexPending,
    startAnew() {
      database.exec("INSERT INTO search (search) VALUES ('delete-all')")
      for (const seq of livingSeqs.all()) addPending.run(seq) // by an index: one page that cannot be read is no hindrance
    },
  }
}

/** Whether the JSON of a record shows that a word stands nowhere in its texts. What JSON writes otherwise shows nothing. */
function isAbsent(words: readonly string[], json: string): boolean {
  const text = foldForSearch(json)
  return words.some((word) => !/["\\\p{Cc}\p{Cs}]/u.test(word) && !text.includes(word))
}

/** The projects hit, if they are few enough to be looked at; otherwise none. */
function fewHits(best: Uint8Array): number[] {
  const hits: number[] = []
  best.forEach((tier, seq) => {
    if (tier !== nowhere) hits.push(seq)
  })
  return hits.length <= hitsLookedAt ? hits : []
}
