/** What kind of table a file holds: the target table itself or one of its sister tables (forms.md 8). */
export const tableKinds = ['target', 'self-evaluation', 'monitoring', 'overall', 'transfer', 'unknown'] as const

export type TableKind = (typeof tableKinds)[number]
