/** The imports of the project's source files, read as text: what architecture.test checks against import-table.ts. */
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, posix, relative, sep } from 'node:path'
import type { ImportRow } from './import-table.ts'

export interface Import {
  /** Path from the project's root, with `/`. */
  file: string
  /** Path from the root for a relative import, else the package name (`node:` for Node's own). */
  target: string
  isType: boolean
}

export function sourceFiles(root: string, folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/')),
  )
}

export function importsOf(root: string, file: string): Import[] {
  return parseImports(file, readFileSync(join(root, file), 'utf8'))
}

/** Static imports, re-exports and dynamic imports of one source text. */
export function parseImports(file: string, source: string): Import[] {
  const found: Import[] = []
  const statement = /^\s*(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?['"]([^'"]+)['"]/gm
  for (const match of source.matchAll(statement)) {
    found.push({ file, target: resolveTarget(file, match[2] ?? ''), isType: match[1] !== undefined })
  }
  for (const match of source.matchAll(/\b(?:import|require)\(\s*['"]([^'"]+)['"]/g)) {
    found.push({ file, target: resolveTarget(file, match[1] ?? ''), isType: false })
  }
  return found
}

function resolveTarget(file: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.normalize(posix.join(dirname(file), specifier))
  if (specifier.startsWith('node:')) return 'node:'
  return specifier.startsWith('@') ? specifier : (specifier.split('/')[0] ?? specifier)
}

/** The imports that the table forbids, as sentences; also files that no row rules. */
export function breaches(table: readonly ImportRow[], imports: readonly Import[]): string[] {
  return imports.flatMap((entry) => {
    const row = ruling(table, entry.file)
    if (!row) return [`${entry.file} stands in no row of the import table`]
    const allowed = [row.from, ...row.may, ...(entry.isType ? (row.types ?? []) : [])]
    return allowed.some((name) => isBelow(entry.target, name)) ? [] : [`${entry.file} must not import ${entry.target}`]
  })
}

function ruling(table: readonly ImportRow[], file: string): ImportRow | undefined {
  return table.filter((row) => isBelow(file, row.from)).toSorted((a, b) => b.from.length - a.from.length)[0]
}

const isBelow = (target: string, name: string) => target === name || target.startsWith(`${name}/`)

/** Files that import themselves over others, each circle once: `a → b → a`. Types count too: who needs a type stands on it. */
export function circles(imports: readonly Import[]): string[] {
  const targets = new Map<string, string[]>()
  for (const { file, target } of imports) targets.set(file, [...(targets.get(file) ?? []), target])
  const found: string[] = []
  const done = new Set<string>()
  const visit = (file: string, way: readonly string[]): void => {
    const start = way.indexOf(file)
    if (start >= 0) found.push([...way.slice(start), file].join(' → '))
    if (start >= 0 || done.has(file)) return
    for (const target of targets.get(file) ?? []) visit(target, [...way, file])
    done.add(file)
  }
  for (const file of targets.keys()) visit(file, [])
  return found
}
