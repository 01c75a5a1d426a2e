/** A call's answer for a component: loading, value or failure; asked again when its input or the store changes, or on demand. */
import { useCallback, useEffect, useState } from 'react'
import { call, on } from '../api.ts'
import type { CallInput, CallName, CallOutput } from '../../shared/ipc/contract.ts'
import type { Result } from '../../shared/ipc/result.ts'

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
  const [round, setRound] = useState(0)
  const inputText = JSON.stringify(input)
  const reload = useCallback(() => setRound((value) => value + 1), [])
  useEffect(() => {
    let isCurrent = true
    void call(name, JSON.parse(inputText) as CallInput<Name>).then((answer) => {
      // round trip of a checked input
      if (isCurrent) setResult(answer)
    })
    return () => {
      isCurrent = false
    }
  }, [name, inputText, round])
  useEffect(() => (followStore ? on('store.changed', reload) : undefined), [followStore, reload])
  return { result, reload }
}
