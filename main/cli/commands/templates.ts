/** `templates`: the forms this build knows. */
import type { TemplateRegistry } from '../../../shared/templates/registry.ts'
import type { Answer } from '../terminal.ts'

export function listTemplates({ all }: TemplateRegistry): Answer {
  const list = all.map(({ id, name, title, kind, scope, source }) => ({ id, name, title, kind, scope, source }))
  const lines = list.map(({ id, name, title }) => `${id.padEnd(24)} ${name}  ${title}`)
  return { status: 0, json: { templates: list }, text: `${lines.join('\n')}\n` }
}
