/** The relationships of an Office part: id → target part and kind (`worksheet`, `sharedStrings`, `styles` …). */
import { attributeOf, readXml } from '../xml/read-xml.ts'
import { rememberPart } from '../xml/remember-part.ts'
import type { Zip } from './open-zip.ts'

export interface Relationship {
  id: string
  /** Last word of the type address, the same in transitional and strict files. */
  type: string
  /** Part name inside the package. */
  target: string
}

/** Relationships of `part` ('' for the package itself); none when the file has no list. External targets are left out. */
export function relationshipsOf(zip: Zip, part: string): Relationship[] {
  const slash = part.lastIndexOf('/')
  const folder = part.slice(0, slash + 1)
  const name = `${folder}_rels/${part.slice(slash + 1)}.rels`
  const bytes = zip.read([name]).values().next().value
  if (!bytes) return []
  return listedIn(bytes).map(({ id, type, target }) => ({
    id,
    type,
    target: target.startsWith('/') ? target.slice(1) : joinPath(folder, target),
  }))
}

/** As the list says it, targets as written. */
const listedIn = rememberPart((bytes): readonly Relationship[] => {
  const relationships: Relationship[] = []
  readXml(bytes, {
    open(element, attributes) {
      if (element !== 'Relationship' || attributeOf(attributes, 'TargetMode') === 'External') return
      relationships.push({
        id: attributes['Id'] ?? '',
        type: (attributes['Type'] ?? '').split('/').at(-1) ?? '',
        target: attributes['Target'] ?? '',
      })
    },
  })
  return relationships
})

function joinPath(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}
