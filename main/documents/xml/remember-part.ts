/**
 * Files of one folder come from the same form and program: their styles, relationships and properties are the same,
 * byte for byte. What the last such parts said is kept and not parsed again.
 */

const most = 4
const longest = 64 * 1024

/** `parse` with its latest answers kept; they are shared, so nobody may change them. */
export function rememberPart<Found>(parse: (bytes: Uint8Array) => Found): (bytes: Uint8Array) => Found {
  const kept: { bytes: Uint8Array; found: Found }[] = []
  return (bytes) => {
    if (bytes.length > longest) return parse(bytes)
    const known = kept.find((one) => Buffer.compare(one.bytes, bytes) === 0)
    if (known) return known.found
    const found = parse(bytes)
    if (kept.length === most) kept.shift()
    kept.push({ bytes, found })
    return found
  }
}
