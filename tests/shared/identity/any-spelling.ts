/** One text as different people, programs and PDF files write it: width, blanks, invisible characters, brackets, quotation marks, look-alikes. */
import fc from 'fast-check'

const spellings: Record<string, string[]> = {
  '"': ['“', '”', '「', '＂', '„', '〝'],
  '[': ['〔', '【', '［', '〖', '﹝'],
  ']': ['〕', '】', '］', '〗', '﹞'],
  '(': ['（', '﹙', '︵'],
  ')': ['）', '﹚', '︶'],
  '-': ['－', '–', '—', '―', '−', '﹣'],
  〇: ['○', '◯'],
  工: ['⼯'],
  比: ['⽐'],
  长: ['⻓'],
  见: ['⻅'],
  民: ['⺠'],
  西: ['⻄'],
}
const invisible = ['', '', '', ' ', '　', '\u200B', '\uFEFF', '\u00A0', '\n', '\u2060', '\u00AD', '\uFE0F', '\t']

const wide = (character: string): string[] =>
  /[!-~]/u.test(character) ? [String.fromCharCode(character.charCodeAt(0) + 0xfee0)] : []

/** A spelling of the text that means the same. */
export const respelled = (text: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      ...Array.from(text, (character) =>
        fc
          .tuple(
            fc.constantFrom(character, ...(spellings[character] ?? []), ...wide(character)),
            fc.constantFrom(...invisible),
          )
          .map((pair) => pair.join('')),
      ),
    )
    .map((characters) => characters.join(''))
