/** 指标性质 + 指标值 + 度量单位 as one text: `≥`, `95`, `%` → `≥95%`. */

const signs = /^(?:[≥≤≧≦＞＜=＝><≈]|>=|<=|大于|小于|等于|不少于|不低于|不超过|不高于)$/u
const noUnit = /^(?:[-—–/\\]+|无)$/u

export interface JoinedMeasure {
  text: string
  /** 指标性质 that is no sign (定性) says something the joined text does not. */
  nature: string
}

export function joinMeasure(sign: string, value: string, unit: string): JoinedMeasure {
  const isSign = signs.test(sign)
  // 文字描述: the words stand in the column of the unit.
  if (value === '')
    return !isSign && sign !== '' && unit !== '' ? { text: unit, nature: sign } : { text: '', nature: '' }
  const before = isSign && !/^[≥≤≧≦＞＜=＝><≈]/u.test(value) ? sign : ''
  const after = unit === '' || noUnit.test(unit) || value.endsWith(unit) ? '' : unit
  return { text: before + value + after, nature: isSign ? '' : sign }
}
