import { expect, test } from 'vitest'
import { decodeText } from '../../../main/documents/encoding.ts'

const text = '项目\t绩效\r\n'
const utf8 = Buffer.from(text)
const wide = Buffer.from(text, 'utf16le')
const gbk = Buffer.from([0xcf, 0xee, 0xc4, 0xbf, 9, 0xbc, 0xa8, 0xd0, 0xa7, 13, 10])

test.each([
  ['UTF-8', utf8],
  ['UTF-8 with mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8])],
  ['UTF-16 LE with mark', Buffer.concat([Buffer.from([0xff, 0xfe]), wide])],
  ['UTF-16 BE with mark', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(wide).swap16()])],
  ['UTF-16 LE', wide],
  ['UTF-16 BE', Buffer.from(wide).swap16()],
  ['GBK', gbk],
])('%s', (_, bytes) => expect(decodeText(bytes)).toBe(text))

test('GB18030 beyond GBK', () => expect(decodeText(Buffer.from([0xcf, 0xee, 0x95, 0x32, 0x82, 0x36]))).toBe('项𠀀'))

test('UTF-8 with a broken byte is refused, not read as nonsense', () => {
  const broken = Buffer.from('云溪县医疗保障局绩效目标表项目资金')
  broken[7] = 0x20
  expect(() => decodeText(broken)).toThrow('文字编码已损坏')
})

test('bytes that are no text are refused', () => {
  expect(() => decodeText(Buffer.from([0xff, 0xff, 0xff, 0x80]))).toThrow('无法识别')
  expect(() => decodeText(Buffer.from('a\0b c'))).toThrow('不是文字文件')
  expect(() => decodeText(Buffer.from('\u0001\u0002\u0003'.repeat(10)))).toThrow('不是文字文件')
})
