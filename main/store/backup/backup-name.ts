/**
 * The name of a backup says when and why it was made: `20240506-160000000+0800-daily.db`, the time of the machine's zone and how
 * far that is from UTC (nothing where it is UTC, as in names of earlier programs). The clock is a hint: where it went back, the
 * round behind the reason is one higher (`…-daily-2.db`), so that the order of the names is the order they were made in.
 * `-damaged`: something in the workspace was damaged already and stands in it as it was.
 */
import { localTime } from './local-time.ts'
import type { BackupInfo } from '../../../shared/model/stored/backups.ts'

export interface BackupName {
  /** ISO 8601 in UTC. */
  createdAt: string
  reason: BackupInfo['reason']
  /** From 1. */
  round: number
  isDamaged: boolean
}

const pattern =
  /^(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)(\d{3})([+-]\d{4})?-(daily|migration|manual|restore)(?:-(\d{1,6}))?(-damaged)?\.db$/

/** null: no backup of ours. */
export function parseBackupName(name: string): BackupName | null {
  const match = pattern.exec(name)
  if (!match) return null
  const [, year, month, day, hour, minute, second, millisecond, offset, reason, round, damaged] = match
  const zone = offset === undefined ? 'Z' : `${offset.slice(0, 3)}:${offset.slice(3)}`
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}.${millisecond}${zone}`)
  if (Number.isNaN(time.getTime())) return null
  return {
    createdAt: time.toISOString(),
    reason: reason as BackupInfo['reason'], // by the pattern
    round: round === undefined ? 1 : Number(round),
    isDamaged: damaged !== undefined,
  }
}

const digits = (text: string): string => text.replace(/\D/g, '')

export function formatBackupName({ createdAt, reason, round, isDamaged }: BackupName): string {
  const [, date = '', time = '', offset = ''] = /^(.{10})T(.{12})(.*)$/.exec(localTime(createdAt)) ?? []
  const zone = offset === '+00:00' ? '' : offset.replace(':', '')
  const order = round === 1 ? '' : `-${round}`
  return `${digits(date)}-${digits(time)}${zone}-${reason}${order}${isDamaged ? '-damaged' : ''}.db`
}

/** For sorting: what was made later comes first. */
export const laterFirst = (one: BackupName, other: BackupName): number =>
  other.round - one.round || Date.parse(other.createdAt) - Date.parse(one.createdAt)

/** A clock that was set right by some minutes is no clock that went back. */
const smallStepMs = 10 * 60_000

/** When and in which round a new one is made, behind `newest`, and behind all that have its time. */
export function nextMoment(newest: BackupName | undefined, now: string): Pick<BackupName, 'createdAt' | 'round'> {
  const time = Date.parse(now)
  if (!newest) return { createdAt: now, round: 1 }
  const last = Date.parse(newest.createdAt)
  if (time > last) return { createdAt: now, round: newest.round }
  if (time < last - smallStepMs) return { createdAt: now, round: newest.round + 1 }
  return { createdAt: new Date(last + 1).toISOString(), round: newest.round }
}
