/**
 * Every loop that foreign text passes through goes forward by its own form: over a collection, counting to an end, taking
 * off an end, or as a walk (shared/values/text/walk.ts). Whatever a text says, none stays in one place. Loops of another form
 * stand here with the reason why they end.
 */
import { expect, test } from 'vitest'
import { walk } from '../../shared/values/text/walk.ts'
import { foreignSources, nodesIn } from '../support/foreign-sources.ts'
import type { SyntaxNode } from '../support/foreign-sources.ts'

/** File and the loop's head → why it ends. */
const endsBecause: Record<string, string> = {
  'main/documents/access/read-bytes.ts: for (;;)': 'each turn reads a piece; the end, or more than the limit, ends it',
  'main/documents/numbered-file.ts: for (;;)':
    'each turn takes the next free number; only a name somebody else took meanwhile asks again',
  'shared/layout/grid.ts: for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))':
    'the number of a column, made smaller by each letter',
  'shared/reading/lines/tokens.ts: while (from < to)': 'half of what is left is looked at next',
  "shared/model/field-path.ts: while (rest !== '')": 'a path of ours; each step takes a part of it away or throws',
  "shared/values/text/separated-text.ts: for (let quote = text.indexOf('\"', start + 1); quote !== -1 && quote < limit; quote = text.indexOf('\"', quote + 2))":
    'each quote is looked for behind the one before',
}

const sources = foreignSources()

const headOf = (text: string, loop: SyntaxNode): string => {
  const body = loop['body'] as SyntaxNode // every loop has one
  return (loop.type === 'DoWhileStatement' ? text.slice(body.end, loop.end) : text.slice(loop.start, body.start))
    .replaceAll(/\s+/gu, ' ')
    .trim()
}

const isCount = (node: SyntaxNode): boolean =>
  node.type === 'UpdateExpression' ||
  (node.type === 'AssignmentExpression' && /^[+-]=$/u.test(String(node['operator'])))

const nodeOf = (part: unknown): SyntaxNode | undefined => nodesIn(part)[0]

const counted = (text: string, node: SyntaxNode): string =>
  nodesIn(node['argument'] ?? node['left']).map(({ start, end }) => text.slice(start, end))[0] ?? ''

/** `at++`, or the taking off of an end: nothing else happens in the loop. */
function isOnlyStep(text: string, body: SyntaxNode): boolean {
  if (body.type !== 'ExpressionStatement') return false
  const step = nodeOf(body['expression'])
  if (!step) return false
  return isCount(step) || /\.(?:pop|shift)\(\)$|^[\w.]+\.push\('[^']*'\)$/u.test(text.slice(step.start, step.end))
}

function goesForward(text: string, loop: SyntaxNode): boolean {
  const body = loop['body'] as SyntaxNode
  if (loop.type === 'ForOfStatement' || loop.type === 'ForInStatement') return true
  if (loop.type !== 'ForStatement') return loop.type === 'WhileStatement' && isOnlyStep(text, body)
  const steps = nodesIn(loop['update']).filter((node) => isCount(node))
  const names = steps.map((step) => counted(text, step))
  const moved = nodesIn(body).filter(
    (node) =>
      (node.type === 'AssignmentExpression' || node.type === 'UpdateExpression') && names.includes(counted(text, node)),
  )
  return steps.length > 0 && moved.length === 0
}

const loops = sources.flatMap(({ file, text, nodes }) =>
  nodes
    .filter(({ type }) => /^(?:For|ForOf|ForIn|While|DoWhile)Statement$/u.test(type))
    .map((loop) => ({ name: `${file}: ${headOf(text, loop)}`, forward: goesForward(text, loop) })),
)

test('the loops are found', () => {
  expect(loops.length).toBeGreaterThan(150)
})

test('every loop goes forward', () => {
  const others = loops.filter(({ forward }) => !forward).map(({ name }) => name)
  expect(others.toSorted()).toEqual(Object.keys(endsBecause).toSorted())
})

test('a walk goes on whatever its steps answer, and never further than to its end', () => {
  const placesOf = (step: (at: number) => number | null): number[] => {
    const places: number[] = []
    walk(2, 6, (at) => {
      places.push(at)
      return step(at)
    })
    return places
  }
  expect(placesOf((at) => at + 1)).toEqual([2, 3, 4, 5])
  expect(placesOf((at) => at)).toEqual([2, 3, 4, 5])
  expect(placesOf(() => 0)).toEqual([2, 3, 4, 5])
  expect(placesOf(() => Number.NaN)).toEqual([2])
  expect(placesOf((at) => at + 3)).toEqual([2, 5])
  expect(placesOf((at) => (at === 4 ? null : at + 1))).toEqual([2, 3, 4])
  expect(walk(2, 6, (at) => (at === 4 ? null : at + 1))).toBe(4)
  expect(walk(2, 6, (at) => at + 10)).toBe(6)
})
