/** The desktop program's log: a file in the data folder, 1 MB and one older file; nothing is ever sent anywhere. */
import { join } from 'node:path'
import log from 'electron-log/node.js'
import type { Log } from '../handlers/log.ts'

export function createFileLog(folder: string): Log {
  log.transports.file.resolvePathFn = () => join(folder, 'log', 'jibiao.log')
  log.transports.file.maxSize = 1024 * 1024
  log.transports.file.level = 'info'
  log.transports.console.level = false
  return {
    info: (text) => log.info(text),
    warn: (text) => log.warn(text),
    error: (text, cause) => (cause === undefined ? log.error(text) : log.error(text, cause)),
  }
}
