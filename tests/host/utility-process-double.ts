/**
 * A stand-in for Electron's utility processes: a real child of Node that speaks with its parent as one of Electron's does,
 * over `process.parentPort`.
 */
import { fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import type { ChildProcess } from 'node:child_process'

/** Run in the child before its own file. */
const parentPort = `
  import { EventEmitter } from 'node:events'
  const send = process.send.bind(process)
  process.parentPort = Object.assign(new EventEmitter(), { postMessage: (data) => send(data) })
  process.on('message', (data) => process.parentPort.emit('message', { data }))
  process.on('disconnect', () => process.exit())
`

export class UtilityProcessDouble extends EventEmitter {
  static started: UtilityProcessDouble[] = []
  static fork = (file: string): UtilityProcessDouble => new UtilityProcessDouble(file)
  killed = false
  private readonly child: ChildProcess
  constructor(file: string) {
    super()
    UtilityProcessDouble.started.push(this)
    this.child = fork(file, {
      execArgv: ['--import', `data:text/javascript,${encodeURIComponent(parentPort)}`],
      serialization: 'advanced',
    })
    this.child.on('message', (message) => this.emit('message', message))
    this.child.on('exit', (code) => this.emit('exit', code))
  }
  postMessage = (message: object): void => void this.child.send(message)
  kill = (): boolean => (this.killed = this.child.kill('SIGKILL'))
}
