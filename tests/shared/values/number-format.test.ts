/** How typed amounts and weights become numbers of a spreadsheet, and which stay text. */
import { expect, test } from 'vitest'
import { numericCell, spreadsheetNumber } from '../../../shared/values/number-format.ts'

test.each([
  ['5646.60', '5646.60', '0.00####'],
  ['786,000.00', '786000.00', '#,##0.00####'],
  ['1,234.5', '1234.5', '#,##0.0#####'],
  ['786,000', '786000', '[<1000]General;#,##0'],
  ['-786,000', '-786000', '#,##0'],
  ['15', '15', 'General'],
  ['0', '0', 'General'],
  ['7.5', '7.5', 'General'],
  ['386.5', '386.5', 'General'],
  ['-3.5', '-3.5', 'General'],
  ['0.00', '0.00', '0.00####'],
  ['5.0', '5.0', '0.0#####'],
  ['123456789', '123456789', 'General'],
  ['1234567890', '1234567890', '[<1000000000]General;0'],
  ['-1234567890', '-1234567890', '0'],
  ['123456789012345', '123456789012345', '[<1000000000]General;0'],
  ['1234567.89', '1234567.89', '0.0#####'], // ten characters: General would round them in a narrow column
  ['12345678.123456', '12345678.123456', '0.0#####'],
  ['0.12345678', '0.12345678', '0.0#######'],
  ['123456789012.34', '123456789012.34', '0.0#####'],
])('%s', (text, value, format) => expect(spreadsheetNumber(text)).toEqual({ value, format }))

const others =
  '1234567890123456|007|+5| 5|5 |５|5.|.5|1e3|-0|-0.00|12,34|0,123|5%|820万元|无|待定|约5|3-5|3月5日|=1+1|@a|10分'.split(
    '|',
  )

test.each(['', ...others])('%j is no number of a spreadsheet', (text) => expect(spreadsheetNumber(text)).toBeNull())

test.each(['', '820万元', '1.2亿元', '待定', '无', '约5', '—', '5646.60元/人'])(
  'a number typed over %j becomes one',
  (text) => expect(numericCell(text)).toEqual({ value: '', format: 'General' }),
)

test.each(['007', '+5', '５', '.5', '1e3', '10%', '3-5', '1/2', '3月5日', '10分', '=1+1', '-3人', '@a', '￥5'])(
  '%s stays text, whoever enters it again',
  (text) => expect(numericCell(text)).toBeNull(),
)
