/**
 * The source files that foreign text passes through, as syntax trees: for tests that hold for every loop and every
 * expression in them, those of tomorrow too.
 */
import { globSync, readFileSync } from 'node:fs'
import { parseSync } from 'vite'

/** Whatever reads files and clipboards, and what that is made of. */
const readers = [
  'shared/layout',
  'shared/reading',
  'shared/values',
  'shared/model',
  'main/documents',
  'renderer/editor/clipboard',
]
/** Writers meet our own text. */
const writers = /(?:^|\/)(?:write[^/]*|page-height|package|pdf[^/]*|devtools-pipe)(?:\.ts$|\/)/u

/** A node of the tree: what every kind of node has, and whatever else it has. */
export interface SyntaxNode {
  type: string
  start: number
  end: number
  [part: string]: unknown
}

export interface SourceFile {
  file: string
  text: string
  /** Every node of the file, from the outside in. */
  nodes: SyntaxNode[]
}

export function foreignSources(folders: readonly string[] = readers): SourceFile[] {
  const files = folders.flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`)).filter((file) => !writers.test(file))
  return files.toSorted().map(sourceFile)
}

export function sourceFile(file: string): SourceFile {
  const text = readFileSync(file, 'utf8')
  return { file, text, nodes: nodesIn(parseSync(file, text).program) }
}

/** Every node at and below a part of a tree. */
export function nodesIn(part: unknown): SyntaxNode[] {
  if (Array.isArray(part)) return part.flatMap(nodesIn)
  if (typeof part !== 'object' || part === null) return []
  const below = Object.values(part).flatMap(nodesIn)
  return isNode(part) ? [part, ...below] : below
}

const isNode = (part: object): part is SyntaxNode => 'type' in part && typeof part.type === 'string' && 'start' in part
