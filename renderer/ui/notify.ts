/** Short messages over the page. Set once by the shell, so that anything may speak without being a component. */
import type { MessageInstance } from 'antd/es/message/interface'
import type { ReactNode } from 'react'
import type { Failure } from '../../shared/ipc/result.ts'

let messages: MessageInstance | null = null
export function setMessages(instance: MessageInstance): void {
  messages = instance
}

export function say(text: ReactNode): void {
  void messages?.success({ content: text, duration: 4 })
}

/** A note with something to press in it; the answer takes it away before its time. */
export function showNote(content: ReactNode, seconds: number, onClose: () => void): () => void {
  const close = messages?.open({ type: 'info', content, duration: seconds, onClose })
  return () => close?.()
}

export function sayFailure(failure: Failure): void {
  if (failure.code === 'cancelled') return
  void messages?.error({ content: failure.message, duration: 8 })
}

export function sayWarning(text: ReactNode): void {
  void messages?.warning({ content: text, duration: 6 })
}
