/**
 * What a process did to the files of a folder, as strace wrote it down (-y -xx: paths beside descriptors, all text in hex), and
 * what a disk may hold of it after the power fails: everything synced; of the rest of each file any part, single writes
 * lost or torn at a sector of 512 bytes. Names (create, rename, unlink) are taken to reach the disk in order, as journalling
 * file systems do.
 */
export type Step =
  | { kind: 'write'; file: string; at: number; bytes: Buffer }
  | { kind: 'truncate'; file: string; length: number }
  | { kind: 'sync'; file: string }
  | { kind: 'rename'; file: string; to: string }
  | { kind: 'unlink'; file: string }
  | { kind: 'said'; text: string }

export const traced = 'pwrite64,write,ftruncate,fsync,fdatasync,rename,unlink'

/** Steps on files below `folder` whose name `wanted` accepts, paths relative to it, and what was said on standard output. */
export function parseTrace(trace: string, folder: string, wanted: (file: string) => boolean): Step[] {
  const relative = (path: string) => (path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : '')
  return wholeLines(trace).flatMap((line): Step[] => {
    const match = /^\d+\s+(\w+)\((.*)\)\s+= \d+$/.exec(line)
    const [, call = '', text = ''] = match ?? []
    const strings = [...text.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, hex = '']) => fromHex(hex))
    const [, descriptor = '', opened = ''] = /^(\d+)<((?:\\x[0-9a-f]{2})*)>/.exec(text) ?? []
    const named = call === 'rename' || call === 'unlink'
    const file = relative(named ? String(strings[0] ?? '') : fromHex(opened).toString())
    if (call === 'write' && descriptor === '1') return [{ kind: 'said', text: String(strings[0]).trim() }]
    if (file === '' || !wanted(file)) return []
    const last = Number(/(\d+)$/.exec(text)?.[1])
    if (call === 'pwrite64') return [{ kind: 'write', file, at: last, bytes: strings[0] ?? Buffer.alloc(0) }]
    if (call === 'ftruncate') return [{ kind: 'truncate', file, length: last }]
    if (call === 'fsync' || call === 'fdatasync') return [{ kind: 'sync', file }]
    if (call === 'rename') return [{ kind: 'rename', file, to: relative(String(strings[1])) }]
    if (call === 'unlink') return [{ kind: 'unlink', file }]
    throw new Error(`not expected: ${call} on ${file}`)
  })
}

/** A call during which another thread called stands on two lines; it counts when it ends. */
function wholeLines(trace: string): string[] {
  const begun = new Map<string, string>()
  return trace.split('\n').flatMap((line) => {
    const thread = /^\d+/.exec(line)?.[0] ?? ''
    const [, start] = /^(.*) <unfinished \.\.\.>$/.exec(line) ?? []
    if (start !== undefined) begun.set(thread, start)
    const [, end] = /<\.\.\. \w+ resumed>(.*)$/.exec(line) ?? []
    if (end !== undefined) return [`${begun.get(thread)}${end}`]
    return start === undefined ? [line] : []
  })
}

type Change = Extract<Step, { kind: 'write' | 'truncate' }>
interface OnDisk {
  synced: Buffer
  since: Change[]
}

/** A disk that takes the steps one after the other. */
export interface Disk {
  take(step: Step): void
  /** What is found after a power cut now; `random` answers 0 ≤ x < 1. */
  afterPowerCut(random: () => number): Map<string, Buffer>
}

export function createDisk(): Disk {
  const files = new Map<string, OnDisk>()
  const open = (file: string): OnDisk => {
    const found = files.get(file) ?? { synced: Buffer.alloc(0), since: [] }
    files.set(file, found)
    return found
  }
  return {
    take(step) {
      if (step.kind === 'write' || step.kind === 'truncate') open(step.file).since.push(step)
      const file = step.kind === 'sync' ? files.get(step.file) : undefined // a folder is synced too, and is no file
      if (file) {
        file.synced = file.since.reduce(apply, file.synced)
        file.since = []
      }
      if (step.kind === 'rename') files.set(step.to, open(step.file))
      if (step.kind === 'rename' || step.kind === 'unlink') files.delete(step.file)
    },
    afterPowerCut(random) {
      const survive = (change: Change): Change[] => {
        const luck = random()
        if (luck < 0.4) return []
        if (luck < 0.8 || change.kind === 'truncate') return [change]
        const sectors = Math.floor((random() * change.bytes.length) / 512)
        return [{ ...change, bytes: change.bytes.subarray(0, sectors * 512) }]
      }
      return new Map([...files].map(([name, file]) => [name, file.since.flatMap(survive).reduce(apply, file.synced)]))
    },
  }
}

function apply(content: Buffer, change: Change): Buffer {
  const length = change.kind === 'truncate' ? change.length : Math.max(content.length, change.at + change.bytes.length)
  const next = Buffer.alloc(length)
  content.copy(next)
  if (change.kind === 'write') change.bytes.copy(next, change.at)
  return next
}

function fromHex(text: string): Buffer {
  return Buffer.from(text.replaceAll('\\x', ''), 'hex')
}
