/** Sums in 0.000001 万元 back to exact decimal text in 万元, without trailing zeros: 5646600000n → '5646.6'. */
export function toWanText(micro: bigint | number): string {
  const text = String(micro) // of a whole number JavaScript reads exactly: digits only
  const sign = text.startsWith('-') ? '-' : ''
  const digits = text.slice(sign.length).padStart(7, '0')
  const whole = digits.slice(0, -6)
  const decimals = digits.slice(-6)
  return decimals === '000000' ? sign + whole : `${sign}${whole}.${decimals.replace(/0+$/, '')}`
}

/** What fits an INTEGER that JavaScript reads exactly; larger amounts (9 billion 万元) take no part in sums. */
export function toStoredMicro(micro: bigint | null): number | null {
  if (micro === null || micro > BigInt(Number.MAX_SAFE_INTEGER) || micro < -BigInt(Number.MAX_SAFE_INTEGER)) return null
  return Number(micro)
}
