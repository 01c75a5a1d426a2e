/**
 * Rounding as spreadsheets show it: on 15 significant digits, half away from zero, so that 1.005 with two decimals is
 * 1.01 and 0.1 + 0.2 is 0.3. Binary noise beyond the 15th digit is never shown.
 */

/** A non-negative number as decimal text with exactly `places` decimals: `12.50`; no point when places is 0. */
export function roundToText(value: number, places: number): string {
  const [mantissa = '0', exponent = '0'] = value.toExponential(14).split('e')
  let digits = BigInt(mantissa.replace('.', ''))
  const drop = 14 - Number(exponent) - places
  if (drop > 40) digits = 0n
  else if (drop > 0) {
    const divisor = 10n ** BigInt(drop)
    digits = (digits + divisor / 2n) / divisor
  } else digits *= 10n ** BigInt(-drop)
  const text = digits.toString().padStart(places + 1, '0')
  return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`
}
