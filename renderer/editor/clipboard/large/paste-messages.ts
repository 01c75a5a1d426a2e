/** What the page and the worker of a paste say to each other; everything survives structured clone. */
import type { Grid } from '../../../../shared/layout/grid.ts'
import type { ProjectRecord } from '../../../../shared/model/project.ts'
import type { Template } from '../../../../shared/templates/template.ts'
import type { PastePlan, PasteTarget } from '../paste-plan.ts'

/** `templates`: every form that can be recognised. */
export type PasteJob = { templates: readonly Template[] } & (
  | { do: 'paste'; html: string; plain: string; target: PasteTarget }
  | { do: 'recognise'; grid: Grid; template: Template }
)

export type PasteReply =
  /** Of a hundred. */
  | { is: 'progress'; percent: number }
  | { is: 'refused'; message: string }
  | { is: 'planned'; plan: SentPlan; outsideLines: number }
  | { is: 'recognised'; records: ProjectRecord[] }

/** A plan whose unchanged records are named by their place in the target's. */
export type SentPlan = Omit<PastePlan, 'records'> & { records: (ProjectRecord | number)[] }

export const receivedPlan = ({ records, ...rest }: SentPlan, target: PasteTarget): PastePlan => ({
  ...rest,
  records: records.flatMap((record) => (typeof record === 'number' ? (target.records[record] ?? []) : [record])),
})
