/** Sums in 0.000001 万元 back to exact decimal text in 万元, without trailing zeros: 5646600000n → '5646.6'. */
export function toWanText(micro: bigint | number): string {
  const value = BigInt(micro)
  const digits = (value < 0n ? -value : value).toString().padStart(7, '0')
  const decimals = digits.slice(-6).replace(/0+$/, '')
  return `${value < 0n ? '-' : ''}${digits.slice(0, -6)}${decimals === '' ? '' : `.${decimals}`}`
}

/** What fits an INTEGER that JavaScript reads exactly; larger amounts (9 billion 万元) take no part in sums. */
export function toStoredMicro(micro: bigint | null): number | null {
  if (micro === null || micro > BigInt(Number.MAX_SAFE_INTEGER) || micro < -BigInt(Number.MAX_SAFE_INTEGER)) return null
  return Number(micro)
}
