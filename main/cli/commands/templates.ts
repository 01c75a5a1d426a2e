/** `templates`: the forms this build knows. */
import { templates } from '../../../shared/templates/index.ts'
import type { Answer } from '../terminal.ts'

export function listTemplates(): Answer {
  const list = templates.map(({ id, name, title, kind, scope, source }) => ({ id, name, title, kind, scope, source }))
  const lines = list.map(({ id, name, title }) => `${id.padEnd(24)} ${name}  ${title}`)
  return { status: 0, json: { templates: list }, text: `${lines.join('\n')}\n` }
}
