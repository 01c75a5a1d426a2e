/**
 * Short messages over the page. Set once by the shell, so that anything may speak without being a component. What is said
 * before they can be shown waits for them.
 */
import type { MessageInstance } from 'antd/es/message/interface'
import type { ReactNode } from 'react'
import { create } from 'zustand'
import type { Failure } from '../../shared/ipc/result.ts'

let messages: MessageInstance | null = null
const waiting: ((instance: MessageInstance) => void)[] = []

/** Whether somebody has something to say: the shell then fetches the messages' place. */
export const useMessagesWanted = create<{ areWanted: boolean }>(() => ({ areWanted: false }))

export function setMessages(instance: MessageInstance): void {
  messages = instance
  waiting.splice(0).forEach((tell) => tell(instance))
}

function speak(tell: (instance: MessageInstance) => void): void {
  if (messages) return tell(messages)
  waiting.push(tell)
  useMessagesWanted.setState({ areWanted: true })
}

/** `seconds`: longer where there is something to press in it. */
export function say(text: ReactNode, seconds = 4): void {
  speak((to) => void to.success({ content: text, duration: seconds }))
}

/** A note with something to press in it; the answer takes it away before its time. */
export function showNote(
  content: ReactNode,
  seconds: number,
  onClose: () => void,
  type: 'info' | 'success' = 'info',
): () => void {
  let close: (() => void) | undefined
  let isOver = false
  speak((to) => {
    if (!isOver) close = to.open({ type, content, duration: seconds, onClose })
  })
  return () => {
    isOver = true
    close?.()
  }
}

export function sayFailure(failure: Failure): void {
  if (failure.code === 'cancelled') return
  speak((to) => void to.error({ content: failure.message, duration: 8 }))
}

export function sayWarning(text: ReactNode): void {
  speak((to) => void to.warning({ content: text, duration: 6 }))
}
