/**
 * The desktop program's log: a file in the data folder, 1 MB and one older file; nothing is ever sent anywhere. The library's
 * ready-made logger brings a transport that posts to a server; so this one is put together of its parts, and that is none.
 */
import { join } from 'node:path'
import Logger from 'electron-log/src/core/Logger.js'
import NodeExternalApi from 'electron-log/src/node/NodeExternalApi.js'
import fileTransport from 'electron-log/src/node/transports/file/index.js'
import type { Log } from '../handlers/door/log.ts'

const ownerOnly = 0o600

export function createFileLog(folder: string): Log {
  const log = new Logger({
    logId: 'jibiao',
    dependencies: { externalApi: new NodeExternalApi() },
    transportFactories: { file: fileTransport },
    variables: { processType: 'main' },
  })
  const { file } = log.transports
  file.resolvePathFn = () => join(folder, 'log', 'jibiao.log')
  file.maxSize = 1024 * 1024
  file.level = 'info'
  file.writeOptions = { ...file.writeOptions, mode: ownerOnly }
  return {
    info: (text) => log.info(text),
    warn: (text) => log.warn(text),
    error: (text, cause) => (cause === undefined ? log.error(text) : log.error(text, cause)),
  }
}
