/** The clock is a hint: set back or far ahead it deletes nothing that was just made; days are those of the machine's zone. */
import { originOfWord } from '../../../shared/model/origin.ts'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { formatBackupName, parseBackupName } from '../../../main/store/backup/backup-name.ts'
import { localDay, localTime } from '../../../main/store/backup/local-time.ts'
import { added, createWorkspace, noFindings, sampleRecord } from './workspace.ts'
import { backUpDaily } from './restore-from.ts'
import type { Workspace } from './workspace.ts'

let workspace: Workspace
beforeEach(() => {
  workspace = createWorkspace()
  workspace.store.projects.create(added('甲'), originOfWord('新建'))
})
afterEach(() => workspace.remove())

const names = () => workspace.store.backups.list().map(({ name }) => name)
const dailyAt = (time: string) => {
  workspace.setTime(time)
  return backUpDaily(workspace.store)
}
const day = (year: number, number: number, hour = 9) => new Date(Date.UTC(year, 2, number, hour)).toISOString()

function edit(time: string): void {
  workspace.setTime(time)
  const { version } = workspace.store.projects.read('p1')
  const change = { id: 'p1', version, record: sampleRecord(`改于 ${time}`), findings: noFindings }
  workspace.store.projects.save({ changes: [change], added: [], removed: [], origin: originOfWord('编辑') })
}

describe('backups', () => {
  test.each(['daily', 'manual', 'migration', 'restore'] as const)(
    'a %s one of a clock that went back is the last made, and stays',
    (reason) => {
      for (let number = 1; number <= 31; number += 1) {
        workspace.setTime(day(2026, number))
        workspace.store.backups.create(reason)
      }
      const before = names()
      workspace.setTime('2016-01-01T00:00:00.000Z')
      const made = workspace.store.backups.create(reason)
      expect(names()).toEqual([made.name, ...before.slice(0, before.length - (before.length < 31 ? 1 : 0))])
      workspace.setTime(day(2026, 31, 12))
      const next = workspace.store.backups.create(reason)
      expect(names().slice(0, 3)).toEqual([next.name, made.name, before[0]])
      workspace.setTime('2016-01-02T00:00:00.000Z')
      expect(names()[1]).not.toBe(workspace.store.backups.create(reason).name)
      expect(workspace.store.backups.list()[0]?.createdAt).toBe('2016-01-02T00:00:00.000Z')
    },
  )

  test('one daily backup a day of the clock, also after it went back, and after it was far ahead for one start', () => {
    for (let number = 1; number <= 5; number += 1) expect(dailyAt(day(2026, number))).not.toBeNull()
    expect(dailyAt('2016-01-01T00:00:00.000Z')).not.toBeNull()
    expect(dailyAt('2016-01-01T10:00:00.000Z')).toBeNull()
    expect(dailyAt('2099-01-01T10:00:00.000Z')).not.toBeNull()
    expect(dailyAt(day(2026, 6))).not.toBeNull()
    expect(dailyAt(day(2026, 6, 10))).toBeNull()
    expect(workspace.store.backups.list().map(({ createdAt }) => createdAt.slice(0, 10))).toEqual([
      '2026-03-06',
      '2099-01-01',
      '2016-01-01',
      '2026-03-05',
      '2026-03-04',
      '2026-03-03',
      '2026-03-02',
      '2026-03-01',
    ])
  })

  test('a clock set right by some minutes does not count as one that went back', () => {
    workspace.setTime('2026-03-01T09:05:00.000Z')
    workspace.store.backups.create('manual')
    workspace.setTime('2026-03-01T09:00:00.000Z')
    expect(workspace.store.backups.create('manual').name).toBe('20260301-090500001-manual.db')
  })

  test('the newest without damage are kept beside the newest', () => {
    const folder = `${workspace.file}-backups`
    for (let number = 1; number <= 5; number += 1) {
      workspace.setTime(day(2026, number))
      workspace.store.backups.create('restore')
    }
    for (let number = 6; number <= 25; number += 1) {
      const name = formatBackupName({ createdAt: day(2026, number), reason: 'restore', round: 1, isDamaged: true })
      writeFileSync(join(folder, name), '')
    }
    workspace.setTime(day(2026, 26))
    workspace.store.backups.create('restore')
    const kept = workspace.store.backups.list()
    expect(kept.filter(({ isDamaged }) => isDamaged).map(({ createdAt }) => createdAt.slice(8, 10))).toEqual([
      '25',
      '24',
      '23',
      '22',
    ])
    expect(kept.filter(({ isDamaged }) => !isDamaged).map(({ createdAt }) => createdAt.slice(8, 10))).toEqual([
      '26',
      '05',
      '04',
      '03',
      '02',
    ])
    expect(readdirSync(folder)).toHaveLength(9)
  })
})

describe('versions', () => {
  const dayOfWork = (year: number, number: number, count: number) => {
    for (let index = 0; index < count; index += 1) {
      edit(new Date(Date.UTC(year, 2, number, 1, index * 5)).toISOString())
    }
  }
  const count = () => workspace.store.versions.list('p1').length

  test('one start far ahead thins out nothing, nor do three', () => {
    for (let number = 1; number <= 5; number += 1) dailyAt(day(2026, number))
    dayOfWork(2026, 6, 60)
    expect(count()).toBe(61)
    for (const time of ['2099-01-01T00:00:00.000Z', '2099-01-02T00:00:00.000Z', '2099-01-03T00:00:00.000Z']) {
      dailyAt(time)
      expect([workspace.store.versions.compact(), count()]).toEqual([0, 61])
    }
  })

  test('with days that agree, the last of each hour and then of each day stay', () => {
    dayOfWork(2026, 1, 60) // five hours
    for (let number = 2; number <= 5; number += 1) dailyAt(day(2026, number, 23))
    workspace.store.versions.compact()
    const hours = workspace.store.versions.list('p1').map(({ createdAt }) => createdAt.slice(11, 16))
    expect(hours).toEqual(['05:55', '05:50', '05:45', '05:40', '04:55', '03:55', '02:55', '01:55', '08:00'])
    for (let number = 11; number <= 15; number += 1) dailyAt(day(2026, number))
    workspace.store.versions.compact()
    expect(workspace.store.versions.list('p1').map(({ createdAt }) => createdAt.slice(8, 16))).toEqual([
      '01T05:55',
      '01T05:50',
      '01T05:45',
      '01T05:40',
      '06T08:00',
    ])
  })
})

test('an undo history just written stays whatever the clock says', () => {
  workspace.setTime('2026-03-01T00:00:00.000Z')
  for (let table = 0; table < 200; table += 1) workspace.store.history.write(`t${table}`, '[]')
  workspace.setTime('2016-01-01T00:00:00.000Z')
  workspace.store.history.write('back', '[1]')
  workspace.store.history.write('t0', '[2]')
  expect(['back', 't0', 't1', 't2'].map((table) => workspace.store.history.read(table))).toEqual([
    '[1]',
    '[2]',
    null,
    '[]',
  ])
})

describe('days of the machine', () => {
  const zone = process.env['TZ']
  beforeEach(() => void (process.env['TZ'] = 'Asia/Shanghai'))
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
  })

  test('local time', () => {
    expect(localTime('2024-05-06T17:30:00.123Z')).toBe('2024-05-07T01:30:00.123+08:00')
    expect(localDay('2024-05-06T17:30:00.123Z')).toBe('2024-05-07')
    process.env['TZ'] = 'America/St_Johns'
    expect(localTime('2024-01-06T01:30:00.123Z')).toBe('2024-01-05T22:00:00.123-03:30')
  })

  test('a backup has the name of its local time, and its moment is read back', () => {
    workspace.setTime('2024-05-06T17:30:00.123Z')
    const { name, createdAt } = workspace.store.backups.create('manual')
    expect([name, createdAt]).toEqual(['20240507-013000123+0800-manual.db', '2024-05-06T17:30:00.123Z'])
    expect(workspace.store.backups.find(name).createdAt).toBe(createdAt)
    process.env['TZ'] = 'UTC' // the machine has gone on a journey
    expect(parseBackupName(name)?.createdAt).toBe(createdAt)
  })

  test('the day begins at midnight here, not in Greenwich', () => {
    expect(dailyAt('2024-05-06T15:59:00.000Z')).not.toBeNull()
    expect(dailyAt('2024-05-06T16:01:00.000Z')).not.toBeNull()
    expect(dailyAt('2024-05-07T01:00:00.000Z')).toBeNull()
  })

  test('names of earlier programs are in UTC and stand in their order', () => {
    workspace.setTime('2024-05-06T10:00:00.000Z')
    const { name } = workspace.store.backups.create('manual')
    writeFileSync(join(`${workspace.file}-backups`, '20240506-093000000-daily.db'), '')
    writeFileSync(join(`${workspace.file}-backups`, '20240506-103000000-daily.db'), '')
    expect(names()).toEqual(['20240506-103000000-daily.db', name, '20240506-093000000-daily.db'])
  })
})
