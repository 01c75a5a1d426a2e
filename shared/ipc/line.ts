/**
 * How a page of the browser host and the program know each other, as words: what each says of a key both have, and under
 * which names it travels. A page opens a line (POST /line) with the name of its key and a fresh challenge; the program
 * answers with a number of its own and its proof, which only the holder of the key can make, and leaves the line open: its
 * events come over it, and its end shows that the program is gone. Then the page talks, each request with the secret of
 * this line. Every word is HMAC-SHA256 under the key, in base64url; address and both numbers are part of it, so that
 * nothing said once or elsewhere can be said again. (The sides make the HMAC: node:crypto there, WebCrypto here.)
 */

/** Request headers, which no other page can set. */
export const lineHeaders = { key: 'jibiao-key', challenge: 'jibiao-challenge', session: 'jibiao-session' } as const

/** The first event of a line: its data is a Proof. */
export const proofEvent = 'proof'

export interface Proof {
  /** The program's fresh number. */
  nonce: string
  proof: string
}

/** What a page is to open its lines with from now on (POST /keys). */
export interface PageKeys {
  /** As long as the page lives, through the program's starts. */
  key: string
  /** After the page was loaded anew, in this run of the program. */
  reloadKey: string
}

/** The opening address carries its token behind `#token=`. */
export const tokenInHash = /^#token=([\w-]{65})$/

/** Why a line is refused. */
export const lineRefusals = ['used', 'expired', 'unknown'] as const
export type LineRefusal = (typeof lineRefusals)[number]

/** `authority`: host and port as in the address bar. */
export const proofWords = (authority: string, challenge: string, nonce: string): string =>
  `program ${authority} ${challenge} ${nonce}`

export const secretWords = (authority: string, challenge: string, nonce: string): string =>
  `page ${authority} ${challenge} ${nonce}`

/** 256 bits in base64url: secrets, challenges, proofs. */
export const isWord = (text: unknown): text is string => typeof text === 'string' && /^[\w-]{43}$/.test(text)

/** A token or key: the name it goes by, 128 bits, and its secret, 256 bits, both in base64url. */
export const isKey = (text: unknown): text is string => typeof text === 'string' && /^[\w-]{65}$/.test(text)
export const nameIn = (key: string): string => key.slice(0, -43)
export const secretIn = (key: string): string => key.slice(-43)
