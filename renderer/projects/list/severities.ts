/** The severities of findings, the worst first. */
import type { Severity } from '../../../shared/model/problem.ts'

export const severities: readonly Severity[] = ['error', 'warning', 'hint']
