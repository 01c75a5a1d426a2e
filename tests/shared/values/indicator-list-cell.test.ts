import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Indicator } from '../../../shared/model/project.ts'
import { isUnreadPiece, quotePieces, readIndicatorCell } from '../../../shared/values/packed/indicator-list-cell.ts'
import { formatIndicatorList } from '../../../shared/values/packed/indicator-list.ts'
import { guangzhouLevels as levels } from './levels-of-guangzhou.ts'

const read = (text: string) => readIndicatorCell(text, levels)
const line = ({ category, subcategory, name, termTarget, target }: Indicator) =>
  [category, subcategory, name, termTarget, target].join('|')
const lines = (text: string) => read(text).indicators.map(line)

describe('text that is not in the grammar', () => {
  test.each([
    ['words', '随便写的', ['||随便写的||']],
    ['a sentence', '完成维修3次，群众满意', ['||完成维修3次，群众满意||']],
    ['one level each', '1、产出指标：维修3次；2、效益指标：满意', ['产出指标||维修||3次', '效益指标||满意||']],
    [
      'second levels, and other text behind',
      '1、数量指标：维修3次；2、质量指标：合格率100%；其他说明文字',
      ['产出指标|数量指标|维修||3次', '产出指标|质量指标|合格率||100%', '||其他说明文字||'],
    ],
    ['lines', '维修次数3次\n满意度≥90%', ['||维修次数||3次', '||满意度||≥90%']],
    ['both levels', '产出指标-数量指标：维修3次', ['产出指标|数量指标|维修||3次']],
    ['levels with codes', '1-产出指标：11-数量指标：维修3次', ['产出指标|数量指标|维修||3次']],
    ['a code of another table stays', '57-数量指标：维修3次', ['||57-数量指标：维修3次||']],
    [
      'levels as headings',
      '一、产出指标：\n数量指标：维修3次；检查5次\n（二）效益指标\n社会效益：提升居民（含游客；儿童）获得感',
      [
        '产出指标|数量指标|维修||3次',
        '产出指标|数量指标|检查||5次',
        '效益指标|社会效益|提升居民（含游客；儿童）获得感||',
      ],
    ],
    ['a heading with nothing below', '产出指标：\n效益指标：满意', ['产出指标||||', '效益指标||满意||']],
    ['a value behind its mark', '维修次数；年度指标值:3次', ['||维修次数||3次']],
    ['an entry without marks', '1、产出指标；数量指标；维修次数；3次。', ['产出指标|数量指标|维修次数||3次']],
    [
      'text before an entry',
      '说明。1、1-产出指标；11-数量指标；户数；实施周期指标值:4户；年度指标值:5户。',
      ['||说明||', '产出指标|数量指标|户数|4户|5户'],
    ],
    ['only separators', '；；', ['||；；||']],
    ['a number alone', '1、', ['||1、||']],
    ['nothing', ' \n', []],
  ])('%s', (_, text, expected) => expect(lines(text)).toEqual(expected))

  test.each(['1、2号楼维修', '1.5万元投入', '第3次会议', '每月维修2', '学校附近3处', '工期至2024年12月', '12、维修'])(
    'what is not certain stays whole: %s',
    (text) => expect(lines(text)).toEqual([`||${text}||`]),
  )

  test('which pieces were not understood', () => {
    const { indicators, loose } = read('随便；维修3次；数量指标：检查')
    expect(loose).toBe(3)
    expect(indicators.map(isUnreadPiece)).toEqual([true, false, false])
    expect(quotePieces(['甲'.repeat(50)])).toBe(`“${'甲'.repeat(40)}…”`)
    expect(quotePieces(['1', '2', '3', '4', '5', '6'])).toBe('“1”“2”“3”“4”“5”等 6 段')
  })
})

const parts = [
  '；', ';', '。', '\n', ' ', '：', ':', '1、', '2、', '3.', '11-', '一、', '（', '）', '产出指标', '数量指标：', '效益指标：', '社会效益',
  '年度指标值:', '；实施周期指标值:', '2、1-产出指标；11-数量指标；', '维修3次', '合格率100%', '≥5', '随便', '，', '-', 'A3',
] // prettier-ignore
const anyText = fc.oneof(
  fc.array(fc.constantFrom(...parts), { maxLength: 14 }).map((all) => all.join('')),
  fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.replaceAll('\u2060', '')),
)

/** Letters and digits; without list numbers, codes and the two marks, which are print. */
const written = (text: string) =>
  text
    .replaceAll(/实施周期指标值|年度指标值/gu, '')
    .replaceAll(/\d+\s*[、.．)）\-－‐–—]|[一二三四五六七八九十]{1,3}\s*[、.．]/gu, '')
    .replaceAll(/[^\p{L}\p{M}\d%≥（，]/gu, '')

function isContained(part: string, whole: string): boolean {
  let at = 0
  for (const character of part) {
    at = whole.indexOf(character, at) + character.length
    if (at < character.length) return false
  }
  return true
}

test('every character written is found again, in order', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { indicators } = read(text)
      const kept = indicators.map((one) => `${line(one)}${one.termTarget}`).join('')
      expect(isContained(written(text), kept), `${text} → ${kept}`).toBe(true)
    }),
    { numRuns: 5000 },
  )
})

test('what was read is printed and read again equal, with nothing left to take apart', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { indicators } = read(text)
      expect(read(formatIndicatorList(indicators, levels))).toMatchObject({ indicators, loose: 0 })
    }),
    { numRuns: 5000 },
  )
})
