/**
 * The indicators of all living projects, each once: a library that has grown by itself. Two are the same when second level
 * and name are, however they are spelled (shared/identity/names.ts).
 */
import { nameKey } from '../../shared/identity/names.ts'
import { readAmongSound } from './damage/among-sound.ts'
import type { LearnedIndicator } from '../../shared/model/stored/entries.ts'
import type { Indicator } from '../../shared/model/project.ts'
import type { Database } from 'better-sqlite3'

/** More than a person looks through; the most used are kept. Spellings are counted before they are put together. */
const maximumIndicators = 2000
const maximumSpellings = 3000

export interface Learned {
  /**
   * With the texts of the project changed last, of the unit's own where it has used the indicator. The unit's own first,
   * then those of others, each most used first. Indicators without second level or name are left out.
   */
  list(unitName: string): LearnedIndicator[]
}

/** How often second level and name are spelled so, and where last: `latest` compares, later and the unit's own is greater. */
interface Spelling {
  text: string
  seq: number
  index: number
  uses: number
  ownUses: number
  latest: string
}

export function createLearned(database: Database): Learned {
  // jsonb_each takes half the time of json_each; seq and key are those of the row with the maximum
  const select = readAmongSound<[string, number], Spelling>(
    database,
    `WITH found AS MATERIALIZED (
       SELECT value ->> 'subcategory' || char(10) || (value ->> 'name') AS text, seq, key, own, own || updated_at AS time
       FROM (SELECT seq, updated_at, record, unit_name <> '' AND unit_name = ? AS own FROM projects
             WHERE deleted_at = '') AS living, jsonb_each(living.record, '$.indicators'))
     SELECT text, seq, key AS "index", count(*) AS uses, sum(own) AS ownUses, max(time) AS latest FROM found
     GROUP BY text ORDER BY ownUses DESC, uses DESC LIMIT ?`,
  )
  const read = database.prepare<[string, number], string>('SELECT record -> ? FROM projects WHERE seq = ?').pluck()
  return {
    list: (unitName) =>
      mergeSpellings(select(unitName, maximumSpellings))
        .slice(0, maximumIndicators)
        .flatMap(({ seq, index, uses, ownUses }) => {
          const text = read.get(`$.indicators[${index}]`, seq)
          return text === undefined ? [] : [{ ...shownFields(text), uses, ownUses }]
        }),
  }
}

function mergeSpellings(spellings: readonly Spelling[]): Spelling[] {
  const merged = new Map<string, Spelling>()
  for (const one of spellings) {
    const [subcategory = '', ...lines] = one.text.split('\n').map(nameKey)
    const name = lines.join('')
    if (subcategory === '' || name === '') continue
    const key = `${subcategory}\n${name}`
    const known = merged.get(key)
    const last = known && known.latest >= one.latest ? known : one
    const uses = one.uses + (known?.uses ?? 0)
    merged.set(key, { ...last, uses, ownUses: one.ownUses + (known?.ownUses ?? 0) })
  }
  return [...merged.values()].toSorted((one, other) => other.ownUses - one.ownUses || other.uses - one.uses)
}

function shownFields(text: string): Omit<LearnedIndicator, 'uses' | 'ownUses'> {
  const { subcategory, name, description, termTarget, target, basis, scoring, evidence } = JSON.parse(text) as Indicator // checked when it was saved
  return { subcategory, name, description, termTarget, target, basis, scoring, evidence }
}
