/** What follows from a template alone is worked out once, however many files are read. */
import type { Template } from '../templates/template.ts'

export function oncePerTemplate<Found extends object>(
  work: (template: Template) => Found,
): (template: Template) => Found {
  const known = new WeakMap<Template, Found>()
  return (template) => {
    const before = known.get(template)
    if (before) return before
    const found = work(template)
    known.set(template, found)
    return found
  }
}
