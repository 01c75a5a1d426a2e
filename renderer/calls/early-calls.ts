/** Calls made before anybody shows their answers: the entry asks while the rest of the script is still on its way. */
import { call } from '../api.ts'
import type { CallInput, CallName, CallOutput } from '../../shared/ipc/contract.ts'
import type { Result } from '../../shared/ipc/result.ts'

const asked = new Map<string, Promise<Result<unknown>>>()

export function askEarly<Name extends CallName>(name: Name, input: CallInput<Name>): void {
  asked.set(keyOf(name, input), call(name, input))
}

/** The answer asked for early, once; else the call is made now. */
export function callOrTakeEarly<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
): Promise<Result<CallOutput<Name>>> {
  const key = keyOf(name, input)
  const early = asked.get(key)
  asked.delete(key)
  return (early ?? call(name, input)) as Promise<Result<CallOutput<Name>>> // kept under its own name and input
}

const keyOf = (name: CallName, input: unknown): string => `${name} ${JSON.stringify(input)}`
