/**
 * Words that grade a qualitative target: 有所提高, 及时, 正常运行. Adverbs before one word of degree, nothing else; a longer
 * sentence is free text. The rules compare with the list of the form, this is the language itself.
 */

const adverbs =
  '有效|有所|明显|显著|持续|不断|逐步|进一步|稳步|大幅|大力|较大|较好|较快|很好|得到|得以|基本|全面|全部|充分|切实|长期|正常|稳定|及时|按时|按期|按规定|逐年|继续|非常|比较|较|良好|完全|严格|积极|更加'.split(
    '|',
  )
const words =
  '提高|提升|改善|增强|增加|增长|减少|降低|下降|减轻|缓解|加强|优化|完善|健全|促进|推动|推进|推开|改进|扩大|巩固|保持|维持|保障|确保|落实|到位|规范|合规|合法合规|合理|合格|相符|符合|达标|及时|按时|按期|准时|准确|正常|运行|运转|开展|实施|执行|实现|完成|达成|达成目标|达成预期指标|普及|良好|优秀|优|良|中|差|好|高|低|满意|基本满意|长期|中长期|可持续|持续|稳定|有效|明显|显著|全覆盖|覆盖|完整|齐全|安全|是|否|有|长效|发挥|发挥作用|支持|控制|杜绝|消除|遏制|预防|公开|公平'.split(
    '|',
  )
/** What may stand behind the word. */
const behind = new Set(['', '率', '性', ...adverbs])
const longest = 12

/** Whether the whole text is such a word (half-width, without white space and final punctuation). */
export function isGradedWord(text: string): boolean {
  if (text.length > longest) return false
  /** Places up to which the text is nothing but adverbs; more are added while it is gone through. */
  const begins = new Set([0])
  for (const at of begins) {
    if (words.some((word) => text.startsWith(word, at) && behind.has(text.slice(at + word.length)))) return true
    for (const adverb of adverbs) if (text.startsWith(adverb, at)) begins.add(at + adverb.length)
  }
  return false
}
