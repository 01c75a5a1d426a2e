/** Unknown → Template or problems: the forms of the program pass, every broken part is named, whatever passes builds, nothing throws. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { build } from '../../../shared/layout/build.ts'
import { emptyIndicator, emptyRecord } from '../../../shared/model/project.ts'
import { builtIn } from '../../../shared/templates/built-in.ts'
import { checkTemplate } from '../../../shared/templates/check-template.ts'
import type { Template } from '../../../shared/templates/template.ts'

type Path = (string | number)[]

/** Every part of a form: its path and what stands there. */
function parts(value: unknown, path: Path = []): { path: Path; value: unknown }[] {
  const below =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, part]) =>
          parts(part, [...path, Array.isArray(value) ? Number(name) : name]),
        )
      : []
  return [{ path, value }, ...below]
}

/** A copy of the form in which something else stands at the path; `undefined` takes it away. */
function changed(form: Template, path: Path, to: unknown): unknown {
  if (path.length === 0) return to
  const copy = structuredClone(form) as unknown
  let at = copy as Record<string | number, unknown>
  for (const step of path.slice(0, -1)) at = at[step] as Record<string | number, unknown>
  const last = path.at(-1) ?? ''
  if (to === undefined && !Array.isArray(at)) delete at[last]
  else at[last] = to
  return copy
}

const shown = (path: Path): string =>
  path.map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`)).join('')

/** Builds empty and filled, with one indicator of each part. */
function builds(form: Template): void {
  const record = { ...emptyRecord(), indicators: [{ ...emptyIndicator(), name: '甲', target: '1', termTarget: '1' }] }
  for (const records of form.scope === 'unit' ? [[], [record, record]] : [[emptyRecord()], [record]])
    build(form, records)
}

const hostile = (): unknown[] => {
  const circle: Record<string, unknown> = {}
  circle['self'] = circle
  let deep: unknown = 'end'
  for (let depth = 0; depth < 5000; depth++) deep = [deep]
  const trap = (): never => {
    throw new Error('trap')
  }
  const traps = { get: trap, ownKeys: trap, getPrototypeOf: trap, has: trap, getOwnPropertyDescriptor: trap }
  return [
    undefined,
    null,
    NaN,
    Infinity,
    -1,
    1e300,
    0,
    true,
    '',
    'x'.repeat(1_000_000),
    10n,
    Symbol('s'),
    () => 'code',
    new Date(),
    new Map([['a', 1]]),
    /x/,
    [],
    {},
    [[]],
    Object.assign([], { length: 1_000_000 }),
    circle,
    deep,
    new Proxy({}, traps),
    new Proxy([], traps),
    { get id() { return trap() } }, // prettier-ignore
    { toJSON: () => 'code' },
    JSON.parse('{"__proto__":{"id":"x"},"constructor":1}') as unknown,
  ]
}

describe('checkTemplate', () => {
  test.each(builtIn.all)('takes $name, and what comes out of its JSON', (form) => {
    expect(checkTemplate(form)).toEqual({ ok: true, template: form })
    const read = checkTemplate(JSON.parse(JSON.stringify(form)))
    expect(read).toEqual({ ok: true, template: form })
    expect(() => builds(form)).not.toThrow()
  })

  test.each(builtIn.all)('$name: every part that is taken away or of another type is named', (form) => {
    const wrong: [string, string][] = []
    for (const { path, value } of parts(form)) {
      const other = typeof value === 'string' ? 7 : 'x'
      const answer = checkTemplate(changed(form, path, other))
      // a text where a number or a list was, and the other way round
      if (answer.ok) wrong.push(['another type', shown(path)])
      else if (!answer.problems.some((problem) => problem.path.startsWith(shown(path))))
        wrong.push(['not named', shown(path)])
    }
    expect(wrong).toEqual([])
  })

  test('whatever stands somewhere in a form: problems, or a form that builds; nothing throws and nothing of it runs', () => {
    const places = builtIn.all.flatMap((form) => parts(form).map(({ path }) => ({ form, path })))
    const values = fc.oneof(
      fc.integer({ min: 0, max: hostile().length - 1 }).map((at) => () => hostile()[at]), // made anew: a trap is no value of fast-check
      fc.integer({ min: -3, max: 12 }),
      fc.constantFrom(
        'indicators',
        'unit',
        'unit.name',
        'indicators[3].name',
        'paymentPlan[2]',
        'extra.甲',
        'extra.',
        'target',
        'nothing',
      ),
      fc.constantFrom('text', 'indicator-list', 'unit-line', 'title', 'rows', 'indicators', 'projects', 'project'),
      fc.constantFrom(...builtIn.all.flatMap(({ blocks, columnsMm, styles }) => [...blocks, columnsMm, styles])),
    )
    fc.assert(
      fc.property(fc.constantFrom(...places), values, ({ form, path }, value) => {
        const answer = checkTemplate(changed(form, path, typeof value === 'function' ? value() : value))
        if (answer.ok) builds(answer.template)
        else expect(answer.problems.every(({ message }) => /[一-鿿]/u.test(message))).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  test.each(hostile().map((value, at) => [at, value] as const))('hostile input %i is refused', (_, value) => {
    const answer = checkTemplate(value)
    expect(answer.ok).toBe(false)
  })

  test.each<[string, (form: Template) => unknown, string]>([
    [
      'a field that no record has',
      (form) => changed(form, ['blocks', 0, 'rows', 1, 'cells', 0, 'content'], { path: 'unit.nickname', kind: 'text' }),
      'blocks[0].rows[1].cells[0].content.path',
    ],
    [
      'a style that is not there',
      (form) => changed(form, ['blocks', 0, 'rows', 0, 'cells', 0, 'style'], 'golden'),
      'blocks[0].rows[0].cells[0].style',
    ],
    ['a row that is too short', (form) => changed(form, ['blocks', 0, 'rows', 0, 'cells'], []), 'blocks[0].rows[0]'],
    ['a row that is too long', (form) => changed(form, ['columnsMm'], form.columnsMm.slice(1)), 'blocks[0].rows[0]'],
    ['a function among the data', (form) => ({ ...form, source: () => 'code' }), 'source'],
    ['a field nobody knows', (form) => ({ ...form, script: 'alert(1)' }), 'script'],
    ['an id that is no file name', (form) => ({ ...form, id: '../x' }), 'id'],
  ])('%s is named', (_, make, path) => {
    for (const form of builtIn.all) {
      const answer = checkTemplate(make(form))
      expect(answer.ok ? [] : answer.problems.map((problem) => problem.path)).toContain(path)
    }
  })
})
