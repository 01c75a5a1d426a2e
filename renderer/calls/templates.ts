/** The forms this page knows: handed in once, by the entry that puts the page together (show-app.tsx), before anything is shown. */
import type { TemplateRegistry } from '../../shared/templates/registry.ts'

let known: TemplateRegistry | null = null

export function handInTemplates(templates: TemplateRegistry): void {
  known = templates
}

export function templates(): TemplateRegistry {
  if (!known) throw new Error('the page was put together without forms')
  return known
}
