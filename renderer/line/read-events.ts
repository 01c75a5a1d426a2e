/** The events of a line out of its stream: `event: <name>`, `data: <JSON>`, a blank line; a line that begins with `:` is a sign of life. */

export interface LineEvent {
  /** '' for a sign of life. */
  name: string
  /** JSON, not parsed. */
  data: string
}

/** The next event; null when the stream has ended. Throws a RangeError for an event longer than `limit` letters, else what broke the stream. */
export type NextEvent = (limit: number) => Promise<LineEvent | null>

export function readEvents(body: ReadableStream<Uint8Array>): NextEvent {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  return async (limit) => {
    for (;;) {
      const end = text.indexOf('\n\n')
      if (end >= 0) {
        const event = toEvent(text.slice(0, end))
        text = text.slice(end + 2)
        return event
      }
      if (text.length > limit) throw new RangeError('an event is too long')
      const { value, done } = await reader.read()
      if (done) return null
      text += decoder.decode(value, { stream: true })
    }
  }
}

function toEvent(text: string): LineEvent {
  const field = (name: string): string =>
    text
      .split('\n')
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2) ?? ''
  return { name: field('event'), data: field('data') }
}
