/**
 * Units of measure: `人`, `元/人/月`, `万人` (scale 万, unit 人), `%`. A unit is a base, or bases joined by `/`. The list
 * holds what the forms use; an unknown short word is taken for a unit too, a longer one is not (`1次性发放` is text).
 */

const percentUnits = ['%', '‰', '百分点', '个百分点']
const moneyUnits = ['元', '角']
const timeUnits = ['年', '年度', '个年度', '季', '季度', '个季度', '月', '个月', '周', '个周', '星期', '日', '天', '个工作日', '工作日', '个自然日', '自然日', '小时', '个小时', '时', '分钟', '秒', '秒钟', '毫秒', '学期', '学年'] // prettier-ignore
const countUnits = (
  '人 人次 人份 人天 人日 人月 人年 户 户次 家 家次 名 位 个 个次 件 件次 次 次数 场 场次 期 批 批次 份 册 本 页 张 篇 条 条次 项 项次 处 座 栋 ' +
  '幢 间 套 台 台套 台次 台班 辆 辆次 艘 架 部 盏 株 棵 头 只 羽 尾 所 校 村 镇 乡 县 区 市 省 社区 班 床 床位 例 例次 剂 支 袋 箱 瓶 块 ' +
  '片 组 队 类 种 款 级 层 轮 学时 课时 节 节次 点 点位 字 标箱 标准箱 车次 航次 班次 单 笔 宗 起 分 倍 折 门 科 枚 根 口 眼 颗 座次 人/次'
).split(' ')
const measureUnits = (
  '亩 公顷 公里 千米 米 延米 延长米 厘米 毫米 平方米 平方公里 平方千米 平米 ㎡ m² m2 m 立方米 立方 方 m³ m3 吨 公斤 千克 克 毫克 微克 斤 ' +
  '升 毫升 度 千瓦时 kWh kwh 千瓦 兆瓦 瓦 千卡 km kg g t L mg GB TB MB KB Mbps 兆 ℃ °C 分贝 dB 伏 千伏 kV 吨标准煤 千米/小时'
).split(' ')

const known = new Set([...percentUnits, ...moneyUnits, ...timeUnits, ...countUnits, ...measureUnits])

const synonyms: Record<string, string> = {
  百分比: '%',
  方: '立方米',
  立方: '立方米',
  'm³': '立方米',
  m3: '立方米',
  平米: '平方米',
  '㎡': '平方米',
  'm²': '平方米',
  m2: '平方米',
  千瓦时: '度',
  kWh: '度',
  kwh: '度',
  公里: '千米',
  km: '千米',
  公斤: '千克',
  kg: '千克',
  日: '天',
  年度: '年',
  季: '季度',
}

export type UnitKind = 'percent' | 'money' | 'time' | 'count' | 'measure' | 'unknown' | 'none'

/** What a unit counts; of a compound unit (元/人/月) its first part. */
export function unitKind(unit: string): UnitKind {
  const [base = ''] = unitParts(unit)
  if (base === '') return 'none'
  if (percentUnits.includes(base)) return 'percent'
  if (moneyUnits.includes(base)) return 'money'
  if (timeUnits.includes(base)) return 'time'
  if (measureUnits.includes(base)) return 'measure'
  return countUnits.includes(base) || base.startsWith('个') ? 'count' : 'unknown'
}

/** `元/人/年` → ['元', '人', '年']: what is measured, then per what. */
export function unitParts(unit: string): string[] {
  return unit === '' ? [] : unit.split('/')
}

/** The same unit in one spelling, for comparing units only: 方 and m³ are 立方米, 度 is 千瓦时. */
export function comparableUnit(unit: string): string {
  return unitParts(unit)
    .map((part) => synonyms[part] ?? part)
    .join('/')
}

/** The unit of a half-width text: `每` as `/`, 百分比 as %; null when the text is no unit. '' is no unit written. */
export function parseUnit(text: string): string | null {
  const unit = text === '百分比' ? '%' : text.replace(/(?<=.)(?:\/?每)(?=.)/gu, '/')
  if (unit === '' || known.has(unit)) return unit
  return unit.length <= 24 && unitParts(unit).every(isUnit) ? unit : null
}

const unknownUnit = /^(?:个[\p{Script=Han}]{1,6}|[\p{Script=Han}]{1,3}|[A-Za-z°]{1,5}[²³]?)$/u
/** A time or number of times with something behind it is a phrase: 天开放, 次性. */
const phrase = /^(?:年|月|日|天|周|时|小时|分钟|秒|次|元|百分)./u
/** Words that lead or end a statement, and scales: never a unit. */
const notUnit =
  /^(?:以|之|内|多|余|几|来|及|和|的|为|是|无|约|上|下|完成|覆盖|达标|合格|到位|[万亿])|[内外上下前后中右]$/u

function isUnit(base: string): boolean {
  return known.has(base) || (unknownUnit.test(base) && !phrase.test(base) && !notUnit.test(base))
}
