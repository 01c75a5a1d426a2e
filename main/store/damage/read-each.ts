/**
 * Reads the rows of a table in slices, and where a page of it cannot be read, the rest one by one: what stands on other
 * pages is read all the same, what cannot be is named by the key an index has of it.
 */
import { unlessDamaged } from './unless-damaged.ts'
import type { Database } from 'better-sqlite3'

interface Reading<Row> {
  /** Rows above a key in the order of their keys, so many at a time. */
  batch: string
  one: string
  /** Keys above a key, from an index alone. */
  keys: string
  keyOf: (row: Row) => number
}

export interface ReadRow<Row> {
  key: number
  /** null: it cannot be read. */
  row: Row | null
}

const keysPerSlice = 20

export function readEach<Row>(
  database: Database,
  { batch, one, keys, keyOf }: Reading<Row>,
): () => Generator<ReadRow<Row>[], void> {
  const readBatch = database.prepare<[number], Row>(batch)
  const readOne = database.prepare<[number], Row>(one)
  const readKeys = database.prepare<[number], number>(keys).pluck()
  const rowOf = (key: number): Row | null => unlessDamaged(() => readOne.get(key)) ?? null
  return function* () {
    let last = 0
    for (;;) {
      const rows = unlessDamaged(() => readBatch.all(last))
      if (!rows) break
      if (rows.length === 0) return
      const read = rows.map((row) => ({ key: keyOf(row), row }))
      yield read
      last = read.at(-1)?.key ?? last
    }
    const rest = unlessDamaged(() => readKeys.all(last)) ?? []
    for (let from = 0; from < rest.length; from += keysPerSlice) {
      yield rest.slice(from, from + keysPerSlice).map((key) => ({ key, row: rowOf(key) }))
    }
  }
}
