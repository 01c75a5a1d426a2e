/** Records → the department's roll-up table, ready for any writer. */
import type { Layout } from '../layout/layout.ts'
import type { FormRecord } from '../model/project.ts'
import { rollUpLayout } from './roll-up-layout.ts'
import { rollUp } from './roll-up.ts'

export function summarize(entries: readonly FormRecord[]): Layout {
  return rollUpLayout(rollUp(entries))
}
