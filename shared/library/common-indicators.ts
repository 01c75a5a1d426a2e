/** The common indicators of all second levels, in the order they are listed in. */
import { commonCosts } from './common/costs.ts'
import { commonEffects } from './common/effects.ts'
import { commonOutputs } from './common/outputs.ts'
import type { CommonIndicator } from './common-indicator.ts'

export const commonIndicators: readonly CommonIndicator[] = [...commonOutputs, ...commonCosts, ...commonEffects]
