/** The short name of a form; an unknown one is called by its id. */
import { templates } from '../../calls/templates.ts'

export const templateName = (id: string): string => templates().find(id)?.name ?? id
