/** The page's half of the cryptography of a line (shared/ipc/line.ts): WebCrypto, which a page on the loopback address has. */

const hmac = { name: 'HMAC', hash: 'SHA-256' }

/** A function that says words under a key. */
export async function speakUnder(key: string): Promise<(words: string) => Promise<string>> {
  const own = await crypto.subtle.importKey('raw', new TextEncoder().encode(key), hmac, false, ['sign'])
  return async (words) => toWord(await crypto.subtle.sign('HMAC', own, new TextEncoder().encode(words)))
}

export const newWord = (): string => toWord(crypto.getRandomValues(new Uint8Array(32)).buffer)

/** base64url without padding, as Node writes it. */
function toWord(bytes: ArrayBuffer): string {
  const text = btoa(String.fromCharCode(...new Uint8Array(bytes)))
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
