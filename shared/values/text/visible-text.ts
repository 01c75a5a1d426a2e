/**
 * Text of others as it may be shown in a terminal or as the name of a file: characters that steer the terminal, turn the
 * direction of writing or cannot be seen are made visible, so that no name can pose as another or as a message of ours.
 */

/** Control characters but tab and line feed; direction marks and overrides; marks without width; tags. */
const unseen =
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu

/** Several lines stay several lines. */
export const visibleText = (text: string): string => text.replace(unseen, visible)

/** For a name in a line: it cannot begin a new one, or move to another column. */
export const visibleName = (text: string): string => visibleText(text).replace(/[\n\t]/g, visible)

/** JSON text that says the same and holds none of them: only escapes are added, and only inside its strings they occur. */
export const visibleJson = (json: string): string =>
  json.replace(unseen, (character) =>
    [...Array(character.length).keys()]
      .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
      .join(''),
  )

/** The sign that Unicode has for a control character (␛), or its number. */
function visible(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x20) return String.fromCodePoint(0x2400 + code)
  if (code === 0x7f) return '␡'
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`
}
