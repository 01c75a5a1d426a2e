/** The forms that are handed around. */
import { expect, test } from 'vitest'
import { builtIn } from '../../../shared/templates/built-in.ts'
import { createRegistry, namesInSentence } from '../../../shared/templates/registry.ts'

const [first, second] = builtIn.all.map((form, index) => ({ ...form, id: `form-${index}`, name: `表样${index}` }))
if (!first || !second) throw new Error('there are forms')

test('a form is found by its id; of two with one id the first counts', () => {
  const { all, find } = createRegistry([first, { ...second, id: first.id }, second])
  expect(all.map(({ name }) => name)).toEqual(['表样0', '表样1'])
  expect(find(first.id)?.name).toBe('表样0')
  expect(find('nothing')).toBeUndefined()
  expect(find('constructor')).toBeUndefined()
})

test('a record of a form nobody knows is shown on the one made for that, and on none where there is none', () => {
  const { showsUnknown: _, ...plain } = first
  expect(createRegistry([plain, { ...second, showsUnknown: true }]).shown('')?.id).toBe(second.id)
  expect(createRegistry([plain]).shown('')).toBeUndefined()
  expect(createRegistry([plain]).shown(plain.id)).toBe(plain)
  expect(createRegistry([{ ...second, showsUnknown: true }]).shown('a-newer-one')).toBeUndefined()
})

test('names in a sentence come from the forms', () => {
  expect(namesInSentence([])).toBe('')
  expect(namesInSentence([first])).toBe('表样0')
  expect(namesInSentence([first, second])).toBe('表样0 或表样1')
  expect(namesInSentence([first, second, { ...first, name: '表样2' }])).toBe('表样0、表样1 或表样2')
})
