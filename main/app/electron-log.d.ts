/** The parts of electron-log that file-log.ts puts together; the package declares types for the whole alone. */
declare module 'electron-log/src/core/Logger.js' {
  import type { FileTransport } from 'electron-log'
  export default class Logger {
    constructor(options: {
      logId: string
      dependencies: { externalApi: object }
      transportFactories: { file: unknown }
      variables: { processType: string }
    })
    readonly transports: { file: FileTransport }
    info(...words: unknown[]): void
    warn(...words: unknown[]): void
    error(...words: unknown[]): void
  }
}
declare module 'electron-log/src/node/NodeExternalApi.js' {
  const NodeExternalApi: new () => object
  export default NodeExternalApi
}
declare module 'electron-log/src/node/transports/file/index.js' {
  const fileTransport: unknown
  export default fileTransport
}
