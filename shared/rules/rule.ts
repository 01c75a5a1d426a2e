/**
 * What a rule is: a code of the catalogue (rules.md), its default severity, its 依据, and a check that answers findings
 * with a field path and a Chinese message. A template can raise, lower or switch off a rule (Template.rules); a rule
 * marked `onRequest` runs only where the template switches it on.
 */
import type { Severity } from '../model/problem.ts'
import type { ProjectRecord } from '../model/project.ts'
import type { Template } from '../templates/template.ts'

export interface Rule {
  code: string
  severity: Severity
  /** 依据; '' where the rule is plain sense. */
  basis: string
  onRequest?: boolean
  check: (subject: Subject) => Finding[]
}

export interface Subject {
  /** Its levels written as on the form where they only look otherwise (levels-as-printed.ts). */
  record: ProjectRecord
  /** As it is written. */
  written: ProjectRecord
  template: Template
  /** Whether the form prints the field, so that a person can fill it; paths as in the template, indicators as `indicators[].name`. */
  prints: (path: string) => boolean
}

export interface Finding {
  path: string
  message: string
  /** Where one rule has findings of different weight. */
  severity?: Severity
}
