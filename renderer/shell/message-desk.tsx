/** The place of the short messages (notify.ts), drawn by antd. */
import AntApp from 'antd/es/app'
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { sayRestored } from './begin-anew.ts'
import { setMessages } from './notify.ts'

export function MessageDesk(): ReactNode {
  return (
    <AntApp component={false} message={{ maxCount: 3, top: 84 }}>
      <Desk />
    </AntApp>
  )
}

function Desk(): ReactNode {
  const { message } = AntApp.useApp()
  useEffect(() => setMessages(message), [message])
  useEffect(sayRestored, [])
  return null
}
