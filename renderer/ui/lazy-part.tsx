/**
 * A part of the screen whose code is fetched when it is first wanted, or before (`preload`), with antd around it: the first
 * page is drawn without antd, which is most of the script. Unlike React's lazy it is drawn at once when the code is there,
 * without a moment of "loading"; a failed fetch reaches the page boundary.
 */
import { useEffect, useState } from 'react'
import type { ComponentType, ReactNode } from 'react'
import { whenProven } from '../api.ts'

export interface LazyPart<Props> {
  (props: Props): ReactNode
  /** Resolves when the code is there. */
  preload: () => Promise<void>
}

/** `waiting` stands in its place until it is loaded. */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  waiting: ReactNode = null,
): LazyPart<Props> {
  let code: ComponentType<Props> | null = null
  const preload = async () => {
    if (code) return
    await whenProven()
    const [{ AntKit }, Part] = await Promise.all([import('./ant-kit.tsx'), load()])
    code ??= (props) => (
      <AntKit>
        <Part {...props} />
      </AntKit>
    )
  }
  function Shown(props: Props): ReactNode {
    const [Ready, setReady] = useState<ComponentType<Props> | null>(() => code)
    const [failure, setFailure] = useState<unknown>(null)
    useEffect(() => {
      if (!Ready) preload().then(() => setReady(() => code), setFailure)
    }, [Ready])
    if (failure !== null) throw failure
    return Ready ? <Ready {...props} /> : waiting
  }
  return Object.assign(Shown, { preload })
}
