/**
 * The number of an official document (文号): an agency's word, the year, the number – 穗财社〔2023〕34号. The brackets are typed
 * in many ways, 第 and zeros before the number do not count (GB/T 9704: neither belongs to it).
 */
import { normalizeForMatch } from '../values/text/normalize.ts'

export interface DocumentNumber {
  /** As typed. */
  text: string
  /** The word of the agency, normalised: 穗财社. */
  agency: string
  year: string
  number: string
}

const pattern =
  /([\p{Script=Han}\p{Script=Latin}]{1,20})\s{0,5}[〔[【(（﹝［〖]\s{0,5}([\d０-９]{4})\s{0,5}年?\s{0,5}[〕\]】)）﹞］〗]\s{0,5}第?\s{0,5}([\d０-９]{1,6})\s{0,5}号/gu

/** Words that lead to a number and do not belong to it. */
const lead = /^.*(?:关于|根据|按照|依据|印发|转发|下达|提前|通知|文件|见|以及|文号)/u

/** All of a text, in their order. */
export function documentNumbers(text: string): DocumentNumber[] {
  return [...text.matchAll(pattern)].map(([whole, word = '', year = '', number = '']) => {
    const own = word.replace(lead, '')
    return {
      text: whole.slice(word.length - own.length),
      agency: normalizeForMatch(own),
      year: normalizeForMatch(year),
      number: normalizeForMatch(number).replace(/^0+(?=\d)/u, ''),
    }
  })
}

/** One key for every spelling of a number; of a text that holds none, the text itself made comparable. */
export function documentNumberKey(text: string): string {
  const [first] = documentNumbers(text)
  return first ? `${first.agency}[${first.year}]${first.number}` : normalizeForMatch(text)
}
