/**
 * What a restore does to the disk, in its order, as the system sees it (strace): nothing is relied upon before it is flushed, and
 * the log of the old workspace has another name before its own goes. The exchange is drawn; it explains itself in exchange.ts.
 */
import { originOfWord } from '../../shared/model/origin.ts'
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openStore } from '../../main/store/store.ts'
import { toMicroWan } from '../../shared/values/money.ts'
import { added } from '../main/store/workspace.ts'

const hasStrace = spawnSync('strace', ['-V']).status === 0
if (!hasStrace) console.log('restore-order.test: strace is not installed, skipped')
const folder = mkdtempSync(join(tmpdir(), 'jibiao-restore-order-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const calls = 'openat,open,link,linkat,rename,unlink,fsync,fdatasync,pwrite64,write,copy_file_range,sendfile,ftruncate'

/** The steps on names below `place`, shortened: `*` is the workspace's name. Writes to one file one after the other are one. */
function stepsOf(trace: string, place: string): string[] {
  const short = (path: string): string =>
    path === place
      ? 'folder'
      : path
          .replace(`${place}/workspace.db`, '*')
          .replace(/replaced-\d+/, 'replaced')
          .replace(/\d{8}-\d{9}(?:[+-]\d{4})?/, 'TIME')
  const steps = trace.split('\n').flatMap((line): string[] => {
    const [, call = '', rest = ''] = /^\d+\s+(\w+)\((.*)\)\s+=\s+\d+/.exec(line) ?? []
    const names = [...rest.matchAll(/["<]([^">]*)[">]/g)]
      .map(([, name = '']) => name)
      .filter((name) => name.startsWith(place))
    const [first, second] = names.map(short)
    if (first === undefined || first.endsWith('-shm') || /\.(?:lock|owner)/.test(first)) return []
    if (call.startsWith('open')) return rest.includes('O_CREAT') && first.endsWith('.exchange') ? [`make ${first}`] : []
    if (call === 'rename') return [`rename ${first} -> ${second}`]
    if (call.startsWith('link')) return [`link ${first} -> ${second}`]
    if (call === 'unlink') return [`remove ${first}`]
    if (call.endsWith('sync')) return [`flush ${first}`]
    return [`write ${second ?? first}`]
  })
  return steps.filter((step, index) => step !== steps[index - 1])
}

function restoreTraced(name: string, spoil: (file: string) => void): string[] {
  const place = join(folder, name)
  mkdirSync(place)
  const file = join(place, 'workspace.db')
  const source = join(folder, 'source.db')
  const store = openStore({ file, now: () => '2024-05-06T08:00:00.000Z', newId: () => 'p1', toMicroWan })
  store.projects.create(added('甲'), originOfWord('新建'))
  store.exportTo(source, true)
  store.close()
  spoil(file)
  const script = `
    import { restoreFile } from '${join(import.meta.dirname, '../../main/store/restore/restore.ts')}'
    restoreFile('${file}', '${source}', '2024-05-06T08:00:00.000Z')`
  const trace = join(folder, `${name}.trace`)
  const flags = ['-f', '--seccomp-bpf', '-y', '-e', `trace=${calls}`, '-o', trace]
  const ran = spawnSync('strace', [...flags, process.execPath, '--input-type=module', '-e', script], {
    encoding: 'utf8',
  })
  expect([ran.status, ran.stderr]).toEqual([0, ''])
  const steps = stepsOf(readFileSync(trace, 'utf8'), place)
  return steps.slice(steps.lastIndexOf('write *.restored'))
}

test.skipIf(!hasStrace)('a whole workspace', () => {
  expect(restoreTraced('whole', () => {})).toEqual([
    'write *.restored',
    'flush *.restored',
    'write *-wal', // SQLite empties it, and removes it with its last connection
    'remove *-wal',
    'link * -> *.replaced',
    'flush folder',
    'flush *.restored',
    'make *.exchange',
    'flush folder',
    'rename *.restored -> *',
    'flush folder',
    'remove *.exchange',
    'flush folder',
    'rename *.replaced -> *-backups/TIME-restore.db',
    'flush *-backups',
  ])
})

test.skipIf(!hasStrace)('a damaged workspace with its log', () => {
  const spoil = (file: string): void => {
    writeFileSync(file, 'rubbish')
    copyFileSync(file, `${file}-wal`)
  }
  expect(restoreTraced('damaged', spoil)).toEqual([
    'write *.restored',
    'flush *.restored',
    'link * -> *.replaced',
    'link *-wal -> *.replaced-wal',
    'flush folder',
    'flush *.restored',
    'make *.exchange',
    'flush folder',
    'remove *-wal',
    'flush folder',
    'rename *.restored -> *',
    'flush folder',
    'remove *.exchange',
    'flush folder',
  ])
})
