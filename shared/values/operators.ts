/**
 * Comparison signs and words of a target: `≥`, `>=`, `不低于`, `…以上`, `约`. One sign stands for each meaning; the form
 * prints ≥ ≤ = and (rarely) > <. ≈ is the meaning of 约 and is printed as 约.
 */

export type Operator = '≥' | '≤' | '>' | '<' | '=' | '≈'

/** forward: more is better; reverse: less is better; neutral: exactly (or about) this. */
export type Direction = 'forward' | 'reverse' | 'neutral'

export function operatorDirection(operator: Operator): Direction {
  if (operator === '≥' || operator === '>') return 'forward'
  return operator === '≤' || operator === '<' ? 'reverse' : 'neutral'
}

const before: Record<Operator, string[]> = {
  '≥': ['≥=', '≥', '≧', '⩾', '>=', '=>', '大于或等于', '大于等于', '不少于', '不低于', '不小于', '不得少于', '不得低于', '至少', '最少', '最低', '达到', '达'], // prettier-ignore
  '≤': ['≤=', '≤', '≦', '⩽', '<=', '=<', '小于或等于', '小于等于', '不超过', '不高于', '不大于', '不多于', '不得超过', '不得高于', '至多', '最多', '最高', '控制在'], // prettier-ignore
  '>': ['>', '大于', '高于', '超过', '多于'],
  '<': ['<', '小于', '低于', '少于', '不足'],
  '=': ['=', '等于'],
  '≈': ['≈', '大约', '约为', '约', '将近', '接近', '近'],
}

const after: Record<Operator, string[]> = {
  '≥': ['及以上', '(含)以上', '以上(含)', '以上'],
  '≤': ['及以下', '(含)以下', '(含)以内', '以下(含)', '以内(含)', '以下', '以内', '之内', '内'],
  '>': [],
  '<': [],
  '=': [],
  '≈': ['左右', '上下'],
}

/** Words that only lead to the value: 保持在95%以上. */
const leading = /^(?:保持在|维持在|稳定在|在)(?=\S)/u

const meaningOf = (words: Record<Operator, string[]>) =>
  new Map(Object.entries(words).flatMap(([sign, list]) => list.map((word) => [word, sign as Operator] as const))) // keys of the record
const longestFirst = (words: Iterable<string>) => [...words].toSorted((one, other) => other.length - one.length)
const escaped = (word: string) => word.replace(/[()]/gu, String.raw`\$&`)

const beforeMeaning = meaningOf(before)
const afterMeaning = meaningOf(after)
const beforePattern = new RegExp(`^(?:${longestFirst(beforeMeaning.keys()).map(escaped).join('|')})`, 'u')
const afterPattern = new RegExp(`(?:${longestFirst(afterMeaning.keys()).map(escaped).join('|')})$`, 'u')

export interface Compared {
  /** The operator before the value wins over the one behind it (`≥95%以上`); null: none was written. */
  operator: Operator | null
  /** The text between them. */
  value: string
}

/** Takes the operator off a half-width text without white space. */
export function splitOperator(text: string): Compared {
  const led = text.replace(leading, '')
  const first = beforePattern.exec(led)?.[0] ?? ''
  const rest = led.slice(first.length)
  const last = afterPattern.exec(rest)?.[0] ?? ''
  const behind = afterMeaning.get(last) ?? null
  // 控制在95%以上: the word before only leads to the value.
  const ahead = first === '控制在' && behind !== null ? null : (beforeMeaning.get(first) ?? null)
  return { operator: ahead ?? behind, value: rest.slice(0, rest.length - last.length) }
}
