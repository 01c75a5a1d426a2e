/** Where a version came from: data, with its words made when shown. */
import { describe, expect, test } from 'vitest'
import { checkOrigin, isFromOutside, originName, originOf, originOfWord } from '../../../shared/model/origin.ts'

const hash = 'a'.repeat(64)

test('words are made of it', () => {
  expect(originName(originOf('typed'))).toBe('编辑')
  expect(originName(originOf('typed', { note: '粘贴表格' }))).toBe('粘贴表格')
  expect(originName(originOf('collected', { file: '甲局.xlsx', fileHash: hash }))).toBe('收表：甲局.xlsx')
})

test.each(['新建', '编辑', '导入', '收表', '示例', '撤销导入', '复制', '换表样', '检查', '撤销：删除一行', ''])(
  'a word stored before (%s) is shown as it was',
  (word) => {
    const origin = originOfWord(word)
    expect(originName(origin)).toBe(word === '' ? '编辑' : word)
    expect(isFromOutside(origin)).toBe(['导入', '收表', '示例'].includes(word))
    expect(checkOrigin(origin)).toEqual({ ok: true, value: origin })
  },
)

describe('unknown data', () => {
  test('with all its parts, or with what is known', () => {
    const full = { kind: 'returned', file: 'a.xlsx', fileHash: hash, from: '财政局', base: hash, note: '' }
    expect(checkOrigin(full)).toEqual({ ok: true, value: full })
    expect(checkOrigin({ kind: 'typed' })).toEqual({ ok: true, value: originOf('typed') })
  })

  test.each([
    [{ kind: '导入' }, 'kind'],
    [{ kind: 'constructor' }, 'kind'],
    [{ kind: 'typed', fileHash: 'abc' }, 'fileHash'],
    [{ kind: 'typed', base: hash.toUpperCase() }, 'base'],
    [{ kind: 'typed', when: 'now' }, 'when'],
    [{ kind: 'typed', file: 5 }, 'file'],
    [null, ''],
  ])('%j is refused at %s', (value, path) => expect(checkOrigin(value)).toMatchObject({ ok: false, path }))
})
