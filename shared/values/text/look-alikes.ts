/**
 * Characters that look like another and mean it. Text copied out of a PDF often holds radicals of the Supplement where the
 * character is meant (⻓期 for 长期; NFKC unifies only the Kangxi radicals), input methods offer several rings for 〇 and
 * several middle dots. Source: EquivalentUnifiedIdeograph of the Unicode Character Database.
 */

/** Each radical with the character it stands for. */
const radicals = [
  '⺁厂 ⺄乙 ⺅亻 ⺆冂 ⺈刀 ⺉刂 ⺊卜 ⺌小 ⺍小 ⺎兀 ⺏尣 ⺐尢 ⺒巳 ⺓幺 ⺔彑 ⺖忄 ⺘扌 ⺙攵 ⺛旡 ⺜日',
  '⺝月 ⺞歺 ⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺫目 ⺬示 ⺭礻 ⺮竹 ⺯糹 ⺰纟 ⺱罓 ⺲罒',
  '⺶羊 ⺹耂 ⺺肀 ⺻聿 ⺼肉 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻈讠 ⻉贝 ⻋车 ⻌辶 ⻍辶 ⻎辶',
  '⻏邑 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻟飠 ⻠饣 ⻢马 ⻣骨 ⻤鬼 ⻥鱼',
  '⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀',
]
const signs = ['○〇 ◯〇 ⭘〇', '•· ・· ‧· ⋅· ∙·', '∶: ꞉: ⁓~ ∼~ ∕/ ⁄/']

export const lookAlikes: Record<string, string> = Object.fromEntries(
  [...radicals, ...signs].flatMap((line) => line.split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)] as const)),
)
