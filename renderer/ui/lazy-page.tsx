/**
 * A page whose code is fetched when it is first wanted, or before (`preload`). Unlike React's lazy it is drawn at once
 * when the code is there, without a moment of "loading"; a failed fetch reaches the page boundary.
 */
import { useEffect, useState } from 'react'
import type { ComponentType, ReactNode } from 'react'
import { Loading } from './page-state.tsx'

export interface LazyPage<Props> {
  Page: ComponentType<Props>
  /** Resolves when the code is there. */
  preload: () => Promise<void>
}

export function lazyPage<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): LazyPage<Props> {
  let code: ComponentType<Props> | null = null
  const preload = async () => {
    code ??= (await load()).default
  }
  function Page(props: Props): ReactNode {
    const [Ready, setReady] = useState<ComponentType<Props> | null>(() => code)
    const [failure, setFailure] = useState<unknown>(null)
    useEffect(() => {
      if (!Ready) preload().then(() => setReady(() => code), setFailure)
    }, [Ready])
    if (failure !== null) throw failure
    return Ready ? <Ready {...props} /> : <Loading what="页面" />
  }
  return { Page, preload }
}
