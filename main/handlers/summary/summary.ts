/** 汇总: the roll-up as the page asks for it. */
import { readSummary } from './read-summary.ts'
import type { HandlerContext } from '../door/context.ts'
import type { Handlers } from '../door/dispatch.ts'

export function summaryHandlers(context: HandlerContext): Pick<Handlers, 'summary.read'> {
  return { 'summary.read': (question) => readSummary(context, question) }
}
