/** The short name of a form; an unknown one is called by its id. */
import { findTemplate } from '../../../shared/templates/index.ts'

export const templateName = (id: string): string => findTemplate(id)?.name ?? id
