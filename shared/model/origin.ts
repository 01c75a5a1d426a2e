/**
 * ORIGIN: what made a version what it is, as data. Never told from a Chinese label: the words are made of it where it is
 * shown.
 */
import { checked, fields, join, text, Wrong } from './check-parts.ts'
import type { Checked } from './check-parts.ts'

/** `outside`: the content came out of a file; every other was made in this workspace. */
const kinds = {
  created: { name: '新建', outside: false },
  typed: { name: '编辑', outside: false },
  imported: { name: '导入', outside: true },
  collected: { name: '收表', outside: true },
  returned: { name: '退回件', outside: true },
  assigned: { name: '布置', outside: true },
  example: { name: '示例', outside: true },
  undone: { name: '撤销', outside: false },
  copied: { name: '复制', outside: false },
  converted: { name: '换表样', outside: false },
  dated: { name: '设定所属年度', outside: false },
  mended: { name: '损坏后恢复', outside: false },
  merged: { name: '合并', outside: false },
} as const

export type OriginKind = keyof typeof kinds

export interface Origin {
  kind: OriginKind
  /** Name of the file; '' where there is none. */
  file: string
  /** SHA-256 of the file, hexadecimal; '' where there is none. */
  fileHash: string
  /** From whom: the unit or bureau that made the file; '' where nobody says. */
  from: string
  /** Hash of the version the other side began with; '' where none is known. Without its text there is no three-way merge. */
  base: string
  /** The person's own word for the change, 粘贴表格; '' for the usual one. */
  note: string
}

export const originOf = (kind: OriginKind, more: Partial<Omit<Origin, 'kind'>> = {}): Origin => ({
  kind,
  file: '',
  fileHash: '',
  from: '',
  base: '',
  note: '',
  ...more,
})

/** Its content came out of a file. */
export const isFromOutside = ({ kind }: Origin): boolean => kinds[kind].outside

export const kindName = ({ kind }: Origin): string => kinds[kind].name

/** For a list of versions: 收表：甲局 2025.xlsx. */
export function originName({ kind, file, note }: Origin): string {
  const word = note === '' ? kinds[kind].name : note
  return file === '' ? word : `${word}：${file}`
}

/** The origin of a version that was stored when there were only words; any other word is what somebody did by hand. */
export function originOfWord(word: string): Origin {
  const known = Object.entries(kinds).find(([, { name }]) => name === word)
  if (known) return originOf(known[0] as OriginKind) // its own keys
  return originOf(word.startsWith(kinds.undone.name) ? 'undone' : 'typed', { note: word })
}

const names = ['kind', 'file', 'fileHash', 'from', 'base', 'note']
const hash = /^(?:[0-9a-f]{64})?$/u

export function checkOrigin(value: unknown): Checked<Origin> {
  return checked(() => {
    const given = fields(value, names, '')
    const kind = text(given['kind'], 'kind')
    if (!isKind(kind)) throw new Wrong('kind', '没有这种来历')
    const textOf = (name: string) => text(given[name] ?? '', join('', name))
    const [fileHash, base] = [textOf('fileHash'), textOf('base')]
    if (!hash.test(fileHash)) throw new Wrong('fileHash', '这里应是文件的校验码')
    if (!hash.test(base)) throw new Wrong('base', '这里应是版本的校验码')
    return { kind, file: textOf('file'), fileHash, from: textOf('from'), base, note: textOf('note') }
  })
}

const isKind = (text: string): text is OriginKind => Object.hasOwn(kinds, text)
