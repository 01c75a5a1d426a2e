/** The zip container: what goes in comes out, whether a part was written at once or grew; odd dates do no harm. */
import { crc32 } from 'node:zlib'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { deflatePart, growPart, zipParts } from '../../../../main/documents/package/zip.ts'

const piece = (index: number): string => `<w:p>${index} 云溪县😀</w:p>`.repeat(50)

test.each([0, 1, 3, 2000])('a part grown from %i pieces is the whole text', async (count) => {
  const part = growPart('word/document.xml')
  for (let index = 0; index < count; index++) await part.write(piece(index))
  const whole = Array.from({ length: count }, (_, index) => piece(index)).join('')
  const grown = await part.finish()
  expect(grown.size).toBe(Buffer.byteLength(whole))
  expect(grown.crc).toBe(crc32(whole))
  const files = unzipSync(zipParts([grown, deflatePart('文件/a.xml', 'x')], '2024-03-01T08:00:00Z'))
  expect(Object.keys(files)).toEqual(['word/document.xml', '文件/a.xml'])
  expect(strFromU8(files['word/document.xml'] ?? new Uint8Array())).toBe(whole)
})

test.each(['not a date', '0001-01-01', '1979-12-31T23:59:59Z', '9999-01-01'])('date %s', (date) => {
  expect(strFromU8(unzipSync(zipParts([deflatePart('a', '内容')], date))['a'] ?? new Uint8Array())).toBe('内容')
})
