/** Opens a workspace file with the program's meaning of money. Amounts of a form without a unit count as 万元. */
import { knownUnit, toMicroWan } from '../../shared/values/money.ts'
import { openStore } from '../store/store.ts'
import type { Store, StoreOptions } from '../store/store.ts'

export function openWorkspaceFile(options: Omit<StoreOptions, 'toMicroWan'>): Store {
  return openStore({ ...options, toMicroWan: (text, unit) => toMicroWan(text, knownUnit(unit)) })
}
