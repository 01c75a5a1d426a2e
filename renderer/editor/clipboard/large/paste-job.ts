/**
 * The work of a paste that may take long, told from its page: reading the clipboard, planning the cells, recognising a whole
 * form in them. Done in a worker (paste-worker.ts).
 */
import { createSheetMap } from '../../grid/sheet-map.ts'
import { build } from '../../../../shared/layout/build.ts'
import { planPaste } from '../paste-plan.ts'
import type { PastePlan, PasteTarget } from '../paste-plan.ts'
import type { PasteJob, PasteReply, SentPlan } from './paste-messages.ts'
import { recordsInGrid } from '../read/pasted-form.ts'
import { mostRows, refusal } from './paste-limits.ts'
import { readClipboard } from '../read/read-clipboard.ts'

/** Ends with `refused` or `recognised`. */
export function runPasteJob(job: PasteJob, reply: (reply: PasteReply) => void): void {
  const { templates } = job
  if (job.do === 'recognise')
    return reply({ is: 'recognised', records: recordsInGrid(job.grid, job.template, templates) })
  const { html, plain, target } = job
  const content = readClipboard(html, plain, (read) =>
    reply({ is: 'progress', percent: Math.round((read / Math.max(1, html.length)) * readingShare) }),
  )
  reply({ is: 'progress', percent: readingShare })
  const refused = refusal(content?.rows)
  if (refused !== null || !content) return reply({ is: 'refused', message: refused ?? '' })
  const plan = planPaste(target, createSheetMap(build(target.template, target.records)), content.rows)
  reply({ is: 'planned', plan: sentPlan(plan, target), outsideLines: content.outside.length })
  reply({
    is: 'recognised',
    records: content.grid.rows > mostRows ? [] : recordsInGrid(content.grid, target.template, templates),
  })
}

/** Of a hundred parts; the rest is planning. */
const readingShare = 70

function sentPlan({ records, ...rest }: PastePlan, target: PasteTarget): SentPlan {
  const places = new Map(target.records.map((record, index) => [record, index]))
  return { ...rest, records: records.map((record) => places.get(record) ?? record) }
}
