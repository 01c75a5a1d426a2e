/** A call's answer for a component: loading, value or failure; asked again when its input or the store changes, or on demand. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { on } from '../api.ts'
import type { CallInput, CallName, CallOutput } from '../../shared/ipc/contract.ts'
import type { Result } from '../../shared/ipc/result.ts'
import { callOrTakeEarly } from './early-calls.ts'

export interface Answer<T> {
  /** null while the first answer is on its way. An older value stays until the next one is there. */
  result: Result<T> | null
  reload: () => void
}

export function useCall<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
  followStore = true,
): Answer<CallOutput<Name>> {
  const [result, setResult] = useState<Result<CallOutput<Name>> | null>(null)
  const asked = useRef(0)
  const inputText = JSON.stringify(input)
  const reload = useCallback(() => {
    asked.current += 1
    const own = asked.current
    const same = JSON.parse(inputText) as CallInput<Name> // round trip of a typed input
    void callOrTakeEarly(name, same).then((answer) => {
      if (asked.current === own) setResult(answer)
    })
  }, [name, inputText])
  useEffect(reload, [reload])
  useEffect(() => (followStore ? on('store.changed', reload) : undefined), [followStore, reload])
  return { result, reload }
}
