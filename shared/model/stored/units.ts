/** What a store answers about the units that stand in its tables. */

export interface Unit {
  code: string
  name: string
  projects: number
}
