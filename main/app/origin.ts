/** The addresses of the desktop program's own pages. The scheme `app` exists only inside this program. */

export const scheme = 'app'
/** The page. */
export const pageOrigin = 'app://jibiao'
export const pageUrl = `${pageOrigin}/`
/** Sheets on their way to the printer: `app://print/<token>`. */
export const printOrigin = 'app://print'

/** Whether an address is one of the program's pages; parsed, never compared as text alone. */
export function isOwnPage(address: string, origin: string): boolean {
  try {
    const url = new URL(address)
    return `${url.protocol}//${url.host}` === origin
  } catch {
    return false
  }
}
