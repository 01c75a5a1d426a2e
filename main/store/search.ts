/**
 * Full-text search over everything in the living projects, kept in the same transaction as the projects themselves.
 * Order of relevance: hits in names and codes, then in purpose, goal and the repeating columns, then in the indicators.
 */
import { folded, toQuery } from './bigrams.ts'
import { isWhole, projectColumns, toRecord } from './project-row.ts'
import { partsPerProject, toSearchParts, toTexts } from './search-parts.ts'
import type { ProjectRecord } from '../../shared/model/project.ts'
import type { ProjectRow } from './project-row.ts'
import type { Database } from 'better-sqlite3'

/**
 * A longer word is found by its pairs. Up to this many hits it is then looked for as a whole; in a longer list a table
 * whose pairs stand apart may slip in.
 */
const hitsLookedAt = 60

export interface SearchIndex {
  /** Ids in order of relevance; all words separated by spaces must occur. A text without words finds nothing. */
  find(text: string): string[]
  write(seq: number, record: ProjectRecord, previous: ProjectRecord | null): void
  remove(seq: number): void
}

export function createSearch(database: Database): SearchIndex {
  const match = database.prepare<[string], number>('SELECT rowid FROM search WHERE search MATCH ?').pluck()
  const insert = database.prepare<[number, string]>('INSERT OR REPLACE INTO search (rowid, terms) VALUES (?, ?)')
  const removeParts = database.prepare<[number, number]>('DELETE FROM search WHERE rowid >= ? AND rowid < ?')
  const readIds = database.prepare<[], [number, string]>(
    'SELECT seq, id FROM projects INDEXED BY sqlite_autoindex_projects_1',
  )
  const readRow = database.prepare<[number], ProjectRow>(
    `SELECT ${projectColumns.join(', ')} FROM projects WHERE seq = ?`,
  )
  let ids = new Map<number, string>()

  const partOfHits = (word: string): Map<number, number> => {
    const hits = new Map<number, number>()
    for (const rowid of match.all(toQuery(word))) {
      const seq = Math.floor(rowid / partsPerProject)
      if (!hits.has(seq)) hits.set(seq, rowid % partsPerProject) // rowids come in rising order: the first part is the best
    }
    return hits
  }
  const contains = (seq: number, words: string[]): boolean => {
    const row = readRow.get(seq)
    if (!row || !isWhole(row)) return true // opening it tells the person
    const texts = toTexts(toRecord(row.record)).flat().map(folded)
    return words.every((word) => texts.some((text) => text.includes(word)))
  }
  const idOf = (seq: number): string[] => {
    if (!ids.has(seq)) ids = new Map(readIds.raw().all())
    const id = ids.get(seq)
    return id === undefined ? [] : [id]
  }

  return {
    find(text) {
      const words = [...new Set(folded(text).split(/\s+/))].filter((word) => word !== '')
      const [first, ...others] = words.map(partOfHits)
      if (!first) return []
      let hits = [...first].filter(([seq]) => others.every((other) => other.has(seq)))
      const long = words.filter((word) => Array.from(word).length > 2)
      if (long.length > 0 && hits.length <= hitsLookedAt) hits = hits.filter(([seq]) => contains(seq, long))
      const tiers: number[][] = [[], [], []]
      for (const [seq, part] of hits) {
        const best = Math.min(part, ...others.map((other) => other.get(seq) ?? part))
        tiers[Math.min(best, 2)]?.push(seq)
      }
      return tiers.flat().flatMap(idOf)
    },
    write(seq, record, previous) {
      if (!previous) ids.delete(seq) // a number freed by a purge can come again
      const parts = toSearchParts(record)
      const before = previous ? toSearchParts(previous) : []
      for (const [part, terms] of parts.entries()) {
        if (terms !== before[part]) insert.run(seq * partsPerProject + part, terms)
      }
      if (before.length > parts.length)
        removeParts.run(seq * partsPerProject + parts.length, (seq + 1) * partsPerProject)
    },
    remove: (seq) => void removeParts.run(seq * partsPerProject, (seq + 1) * partsPerProject),
  }
}
