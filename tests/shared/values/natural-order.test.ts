/** Names as people order them. */
import { expect, test } from 'vitest'
import { inNaturalOrder } from '../../../shared/values/text/natural-order.ts'

test.each([
  ['digits', '第1批补助 第2批补助 第10批补助'],
  ['full-width digits', '第１批补助 第２批补助 第１０批补助'],
  ['Chinese numerals', '第一批补助 第二批补助 第十批补助 第十二批补助 第二十批补助 第一百零一批补助'],
  ['all of them together', '第1批补助 第二批补助 第３批补助 第十批补助 第11批补助'],
  ['circled and bracketed', '①道路 ②道路 ⑩道路'],
  ['in brackets', '养护（一） 养护（二） 养护（十）'],
  ['a list in front', '一、道路 二、道路 十、道路'],
  ['what is counted behind', '二期工程 三期工程 十期工程'],
  ['several numbers', '2023年第9批 2023年第10批 2024年第1批'],
  ['codes and kilometres', 'K2+300 K10+50'],
  ['numbers before words, words by pinyin', '2024年维修 白河镇送戏 校舍维修 医疗救助'],
  ['一 of 一般 is no number', '办公设备 一般公共服务 医疗救助'],
  ['the same number written in two ways stays together', '第1批 第一批 第2批 第二批'],
])('%s', (_, names) => {
  const right = names.split(' ')
  for (const shuffled of [right.toReversed(), right.toSorted(), [...right.slice(1), ...right.slice(0, 1)]])
    expect(inNaturalOrder(shuffled, (name) => name)).toEqual(right)
})
