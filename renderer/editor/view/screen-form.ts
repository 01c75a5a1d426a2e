/**
 * The form as it is filled in on the screen. On paper a form without indicators has many blank rows to write in; here it
 * has one, and grows by a row where one is needed: rows that vanish at the first word would puzzle everybody.
 */
import type { Template } from '../../../shared/templates/template.ts'

export const screenForm = (template: Template): Template => ({
  ...template,
  blocks: template.blocks.map((block) => (block.type === 'indicators' ? { ...block, minRows: 1 } : block)),
})
