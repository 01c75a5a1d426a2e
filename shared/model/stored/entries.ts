/** What a store answers about what was written before: single texts, whole rows, indicators. */

/** A text that was entered before, and how often. */
export interface PastEntry {
  text: string
  uses: number
}

/** What a unit chose in indicators that say the same: their second level, value and choices, and how many there are. */
export interface UsualRow {
  subcategory: string
  target: string
  basis: string
  scoring: string
  evidence: string
  uses: number
}

/** An indicator of the workspace by second level and name, as it was written last; the unit's own last where it has one. */
export interface LearnedIndicator {
  subcategory: string
  name: string
  description: string
  termTarget: string
  target: string
  basis: string
  scoring: string
  evidence: string
  /** How many indicators of living projects say this; how many of them are the unit's own. */
  uses: number
  ownUses: number
}
