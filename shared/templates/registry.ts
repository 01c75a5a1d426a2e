/**
 * The forms a program knows, handed to whoever needs them by the entry that puts the program together: readers, handlers, rules
 * and pages ask here and never import a form. A form may as well come from a file (check-template.ts).
 */
import type { Template } from './template.ts'

export interface TemplateRegistry {
  /** In the order of menus; read files are compared with all of them. */
  readonly all: readonly Template[]
  find: (id: string) => Template | undefined
  /** The form a record is shown, exported and printed on: its own; `''`, of a form nobody knows, on the one made for that. */
  shown: (id: string) => Template | undefined
}

/** Of two forms with one id the first counts. */
export function createRegistry(templates: readonly Template[]): TemplateRegistry {
  const byId = new Map(templates.toReversed().map((template) => [template.id, template]))
  const all = templates.filter((template) => byId.get(template.id) === template)
  const forUnknown = all.find((template) => template.showsUnknown === true)
  return { all, find: (id) => byId.get(id), shown: (id) => (id === '' ? forUnknown : byId.get(id)) }
}

/** The forms in a sentence: `甲 2024、乙 2023 或丙 2024`. */
export function namesInSentence(templates: readonly Template[]): string {
  const names = templates.map(({ name }) => name)
  const [last = ''] = names.slice(-1)
  return names.length > 1 ? `${names.slice(0, -1).join('、')} 或${last}` : last
}
