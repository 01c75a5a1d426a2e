import { expect, test } from 'vitest'
import { spellSigns } from '../../../shared/values/sign-spelling.ts'

test.each([
  ['>=95%', '≥95%'],
  ['<=2次', '≤2次'],
  ['＞＝９５％', '≥９５％'],
  ['＜=３天', '≤３天'],
  ['=>5人', '≥5人'],
  ['≧5人', '≥5人'],
  ['≥12。5%', '≥12.5%'],
  ['＞=１２。５％', '≥１２.５％'],
  ['5万元<=成本>=3万元', '5万元≤成本≥3万元'],
])('%s is offered as %s', (typed, offered) => {
  expect(spellSigns(typed)).toBe(offered)
})

test.each(['', '≥95%', '完成5。其中2项', '≥5。', '=3人', '>3次', '<3次', '＝３人', '不低于3次', '>3 且 =4'])(
  '%s stays',
  (typed) => {
    expect(spellSigns(typed)).toBeNull()
  },
)
