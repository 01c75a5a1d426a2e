/** The browser host's server: node:http on the loopback address, and the addresses that open the program. */
import { answer, sendFailure } from './answer.ts'
import { createKeys } from './keys.ts'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { AnswerParts } from './answer.ts'
import type { KeptKeys } from './keys.ts'

/** Not imported: an import of node:http loads the HTTP client behind `fetch` as well, a fifth of the time of a start. */
const { createServer } = process.getBuiltinModule('node:http')

/** How long a browser has to open the address the program gave it. */
const givenAddressMs = 30_000

export interface WebServerParts extends AnswerParts {
  kept: KeptKeys
  /** In ms, from any moment; never set back. */
  steadyMs: () => number
  /** Called when an address was used; there is one to print by then. */
  onOpened: () => void
}

export interface WebServer {
  /** `http://127.0.0.1:40123/#token=…` for the person's eyes: opens the program once, whenever. */
  openUrl: () => string
  /** One for a browser that is being started: once, within thirty seconds. */
  urlForBrowser: () => string
  origin: string
  close: () => Promise<void>
}

/** Port 0: any free one. Rejects with the system's error (EADDRINUSE) when the port is taken. */
export async function startWebServer(parts: WebServerParts, port: number): Promise<WebServer> {
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 120_000, maxHeaderSize: 16 * 1024 })
  // A browser sends a request again by itself when a connection it had used before breaks: to whoever has the port then.
  server.maxRequestsPerSocket = 1
  await listen(server, port)
  const { port: ownPort } = server.address() as AddressInfo // a TCP server has an AddressInfo
  const authority = `127.0.0.1:${ownPort}`
  const keys = createKeys(ownPort, parts.kept, parts.steadyMs)
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    answer(parts, { authority, keys }, request, response).catch((thrown: unknown) => {
      if (response.headersSent) response.destroy()
      else sendFailure(response, 500, thrown, parts.log)
    })
  })
  const urlWith = (token: string): string => `http://${authority}/#token=${token}`
  const printOther = (): void => {
    printed = keys.newToken(null, printOther)
    parts.onOpened()
  }
  let printed = keys.newToken(null, printOther)
  return {
    openUrl: () => urlWith(printed),
    urlForBrowser: () => urlWith(keys.newToken(givenAddressMs, parts.onOpened)),
    origin: `http://${authority}`,
    async close() {
      parts.lines.close()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve()
    })
  })
}
