/** What Excel shows for a number under a format code. Expected texts as Excel (Simplified Chinese) shows them. */
import { expect, test } from 'vitest'
import { builtInFormats } from '../../../../main/documents/xlsx/number-format/built-in.ts'
import { formatNumberValue, formatTextValue } from '../../../../main/documents/xlsx/number-format/format-value.ts'

const shown = (value: number, code: string) => formatNumberValue(value, code, false)

test.each([
  [0.1 + 0.2, '0.3'],
  [5646.6000000000004, '5646.6'],
  [-0.5, '-0.5'],
  [0, '0'],
  [-0, '0'],
  [1 / 3, '0.333333333'],
  [1234567.891234, '1234567.891'],
  [100, '100'],
  [13018424000001, '13018424000001'],
  [123456789012345, '123456789012345'],
  [1e15, '1E+15'],
  [1.23456789e20, '1.23457E+20'],
  [0.00001, '0.00001'],
  [0.0000123456, '1.23456E-05'],
])('General: %s → %s', (value, text) => expect(shown(value, 'General')).toBe(text))

test.each([
  [1234.5, '0', '1235'],
  [2.5, '0', '3'],
  [-2.5, '0', '-3'],
  [1.005, '0.00', '1.01'],
  [1234567.891, '#,##0.00', '1,234,567.89'],
  [999, '#,##0', '999'],
  [0.5, '#.##', '.5'],
  [5, '0.0#', '5.0'],
  [0.956, '0.0%', '95.6%'],
  [0.95, '0%', '95%'],
  [12345678, '0.00,,"百万"', '12.35百万'],
  [5, '000', '005'],
  [200000, '0!.0,', '20.0'], // WPS and Excel in Chinese: `!` shows the sign behind it as it stands
  [8, '0!!0', '0!8'],
  [-8, '0!;-0!', '-8!'],
  [5646.6, '0.00"万元"', '5646.60万元'],
  [31, '"≥"0"万人"', '≥31万人'],
  [13800000000, '000-0000-0000', '138-0000-0000'],
  [1234.5, '¥#,##0.00', '¥1,234.50'],
  [1234.5, '[$¥-804]#,##0.00', '¥1,234.50'],
  [0, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', '-'],
  [-7.5, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', '-7.50'],
  [-5, '0.00;[Red](0.00)', '(5.00)'],
  [-5, '0.00', '-5.00'],
  [0, '0;-0;"无"', '无'],
  [5, '[>=100]0"高";[<10]0"低";0', '5低'],
  [50, '[>=100]0"高";[<10]0"低";0', '50'],
  [7, ';;;', ''],
  [12345, '0.00E+00', '1.23E+04'],
  [0.25, '# ?/?', '1/4'],
  [2.5, '# ?/?', '2 1/2'],
  [3, '# ?/?', '3'],
  [3, '@', '3'],
  [3, 'General"人"', '3人'],
  [3, 'G/通用格式', '3'],
  [-3, 'General"人"', '-3人'],
])('%s under %s is %s', (value, code, text) => expect(shown(value, code)).toBe(text))

test.each([
  [45356, 'yyyy"年"m"月"d"日"', '2024年3月5日'],
  [45356, 'yyyy/m/d', '2024/3/5'],
  [45356, 'yyyy-mm-dd;@', '2024-03-05'],
  [45356, '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', '2024年3月5日'],
  [45356.75, 'yyyy/m/d h:mm', '2024/3/5 18:00'],
  [45356.75, 'h:mm AM/PM', '6:00 PM'],
  [45356.25, '上午/下午h"时"mm"分"', '上午6时00分'],
  [45356, '[DBNum1][$-804]yyyy"年"m"月"d"日"', '二〇二四年三月五日'],
  [45356, '[$-804]aaaa', '星期二'],
  [45356, 'd-mmm-yy', '5-Mar-24'],
  [1.5, '[h]:mm', '36:00'],
  [0.0007, 'mm:ss.0', '01:00.5'],
  [59, 'yyyy/m/d', '1900/2/28'],
  [60, 'yyyy/m/d', '1900/2/29'],
  [61, 'yyyy/m/d', '1900/3/1'],
  [45356.99999999, 'yyyy/m/d h:mm:ss', '2024/3/6 0:00:00'],
  [-1, 'yyyy/m/d', '-1'],
])('date %s under %s is %s', (value, code, text) => expect(shown(value, code)).toBe(text))

test('built-in formats: short date, Chinese dates, accounting', () => {
  expect(shown(45356, builtInFormats[14] ?? '')).toBe('2024/3/5')
  expect(shown(45356, builtInFormats[31] ?? '')).toBe('2024年3月5日')
  expect(shown(45356, builtInFormats[57] ?? '')).toBe('2024年3月')
  expect(shown(1234.5, builtInFormats[43] ?? '')).toBe('1,234.50')
})

test.each([
  [12.5, '[红色]', '12.5'],
  [-12.5, '[Red]', '-12.5'],
  [12.5, '[$-804]', '12.5'],
  [150, '[>=100][蓝色]', '150'],
  [-3, '0;', ''],
  [0, '0;-0;;@', ''],
  [7, ';;;', ''],
])(
  '%s under %s: a section of nothing but a colour or a condition is General, a blank one shows nothing',
  (value, code, text) => expect(shown(value, code)).toBe(text),
)

test('the 1904 date system', () => expect(formatNumberValue(43894, 'yyyy/m/d', true)).toBe('2024/3/5'))

test('text is changed only by a text section', () => {
  expect(formatTextValue('5', '0.00')).toBe('5')
  expect(formatTextValue('三', '@"人"')).toBe('三人')
  expect(formatTextValue('三', '0;-0;0;"共"@')).toBe('共三')
})
