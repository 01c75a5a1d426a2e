/** Rules A: is everything there, and in its place (rules.md A). */
import { isFiscalYear } from '../identity/fiscal-year.ts'
import { columnName } from '../model/fields.ts'
import { columnPath, rowPath } from '../model/field-path.ts'
import { halvesOf } from '../model/halves.ts'
import { lookAlikeOf } from './levels-as-printed.ts'
import { quoted } from './quoted.ts'
import { isBlank, isPlaceholder } from '../values/text/blank.ts'
import type { Finding, Rule, Subject } from './rule.ts'
import { unreadPieces } from './unread-pieces.ts'

export const structureRules: Rule[] = [
  { code: 'R-ST-01', severity: 'error', basis: '', check: requiredFields },
  { code: 'R-ST-02', severity: 'error', basis: '', check: goalPresent },
  { code: 'R-ST-03', severity: 'error', basis: '', check: indicatorComplete },
  { code: 'R-ST-04', severity: 'error', basis: '', check: levelsInPlace },
  {
    code: 'R-ST-05',
    severity: 'error',
    basis: '原则上每一项目均应设置产出指标和效益指标（待核对）',
    check: outputAndBenefitPresent,
  },
  { code: 'R-ST-06', severity: 'warning', basis: '面向公众的项目应设满意度指标（待核对）', check: satisfactionPresent },
  { code: 'R-ST-09', severity: 'warning', basis: '', check: namesUnique },
  { code: 'R-ST-12', severity: 'hint', basis: '', check: descriptionAddsNothing },
  { code: 'R-ST-14', severity: 'error', basis: '', onRequest: true, check: everyColumnFilled },
]

function requiredFields({ record, prints }: Subject): Finding[] {
  const fields: [string, string, string][] = [
    ['project.name', record.project.name, '项目名称'],
    ['unit.name', record.unit.name, '预算单位'],
    ['year', record.year, '年度'],
    ['funding.total', record.funding.total, '预算总额'],
  ]
  const blanks = fields
    .filter(([path, text]) => prints(path) && isBlank(text))
    .map(([path, , name]) => ({ path, message: `${name}没有填写。` }))
  const isYear = isBlank(record.year) || isFiscalYear(record.year)
  return isYear || !prints('year')
    ? blanks
    : [...blanks, { path: 'year', message: `年度${quoted(record.year)}不是四位数字的年份。` }]
}

function goalPresent({ record, prints }: Subject): Finding[] {
  if (!prints('goal.annual')) return []
  if (isBlank(record.goal.annual)) return [{ path: 'goal.annual', message: '绩效目标没有填写。' }]
  if (isPlaceholder(record.goal.annual))
    return [{ path: 'goal.annual', message: '绩效目标还是占位符号，请写出实际目标。' }]
  return []
}

function indicatorComplete(subject: Subject): Finding[] {
  const { record, prints } = subject
  const fields = ['category', 'subcategory', 'name'] as const
  const blanks = record.indicators.flatMap((indicator, index) => {
    const missing = fields.filter((field) => prints(columnPath(field)) && isBlank(indicator[field]))
    const findings: Finding[] = missing.map((field) => ({
      path: rowPath(index, field),
      message: `第 ${index + 1} 条指标的${columnName(field)}没有填写。`,
    }))
    if (isBlank(indicator.target) && isBlank(indicator.termTarget)) {
      const isOfTerm = prints(columnPath('termTarget')) && !halvesOf(indicator).annual
      const field = isOfTerm ? 'termTarget' : 'target'
      findings.push({ path: rowPath(index, field), message: `第 ${index + 1} 条指标的指标值没有填写。` })
    }
    return findings
  })
  return [...blanks, ...unreadPieces(subject)]
}

function levelsInPlace(subject: Subject): Finding[] {
  return [...levelsKnown(subject), ...nameIsNoLevel(subject)]
}

function levelsKnown({ written, template }: Subject): Finding[] {
  const { levels } = template.vocabulary
  if (levels.length === 0) return []
  return written.indicators.flatMap(({ category, subcategory }, index): Finding[] => {
    if (isBlank(category) || isBlank(subcategory)) return []
    const level = lookAlikeOf(category, levels)
    const path = rowPath(index, 'category')
    if (!level) return [{ path, message: `${quoted(category)}不是本表的一级指标（${namesOf(levels)}）。` }]
    const own = lookAlikeOf(subcategory, level.subcategories)
    const subPath = rowPath(index, 'subcategory')
    const belongs = `${quoted(subcategory)}不属于${level.name}（应为${namesOf(level.subcategories)}）。`
    return [
      ...(level.name === category ? [] : [spelledOtherwise(path, level.name)]),
      ...(own === null ? [{ path: subPath, message: belongs }] : []),
      ...(own === null || own.name === subcategory ? [] : [spelledOtherwise(subPath, own.name)]),
    ]
  })
}

const namesOf = (levels: readonly { name: string }[]): string => levels.map(({ name }) => name).join('、')

const spelledOtherwise = (path: string, name: string): Finding => ({
  path,
  severity: 'hint',
  message: `和表样的${quoted(name)}看起来一样，但有空格、全角或形近字，打印前请改成表样的写法。`,
})

/** Typed one column too far: a level's name stands where the indicator's own name belongs. */
function nameIsNoLevel({ record, template }: Subject): Finding[] {
  const levels = new Set(
    template.vocabulary.levels.flatMap(({ name, subcategories }) => [name, ...subcategories.map((sub) => sub.name)]),
  )
  return record.indicators.flatMap(({ name }, index) =>
    levels.has(name.trim())
      ? [
          {
            path: rowPath(index, 'name'),
            severity: 'warning',
            message: `“${name}”是指标级别的名称，三级指标请写具体指标。`,
          },
        ]
      : [],
  )
}

function outputAndBenefitPresent({ record }: Subject): Finding[] {
  return ['产出', '效益'].flatMap((word) =>
    record.indicators.some((indicator) => indicator.category.includes(word))
      ? []
      : [{ path: '', message: `没有${word}指标，至少要有一条。` }],
  )
}

function satisfactionPresent({ record, template }: Subject): Finding[] {
  const expected =
    template.vocabulary.levels.some((level) => level.name === '满意度指标') && template.scope === 'project'
  if (!expected || record.indicators.some((indicator) => indicator.category.includes('满意度'))) return []
  return [{ path: '', message: '没有满意度指标。不面向公众的项目可以不设，请写明理由。' }]
}

function namesUnique({ record }: Subject): Finding[] {
  const first = new Map<string, number>()
  return record.indicators.flatMap((indicator, index): Finding[] => {
    if (isBlank(indicator.name)) return []
    const unit = indicator.target.replaceAll(/[\d.,≥≤=<>＝＞＜\s]/g, '')
    const key = JSON.stringify([indicator.subcategory, indicator.name.trim(), unit])
    const earlier = first.get(key)
    if (earlier === undefined) {
      first.set(key, index)
      return []
    }
    return [
      {
        path: rowPath(index, 'name'),
        message: `与第 ${earlier + 1} 条指标重名且单位相同：${quoted(indicator.name)}。`,
      },
    ]
  })
}

function descriptionAddsNothing({ record, prints }: Subject): Finding[] {
  if (!prints(columnPath('description'))) return []
  return record.indicators.flatMap((indicator, index) =>
    !isBlank(indicator.description) && indicator.description.trim() === indicator.name.trim()
      ? [
          {
            path: rowPath(index, 'description'),
            message: '绩效指标描述与三级指标完全相同，没有说明指标怎样计算或取数。',
          },
        ]
      : [],
  )
}

function everyColumnFilled({ record, prints }: Subject): Finding[] {
  const fields = ['basis', 'weight', 'scoring', 'evidence'] as const
  return record.indicators.flatMap((indicator, index) =>
    fields
      .filter((field) => prints(columnPath(field)) && isBlank(indicator[field]))
      .map((field) => ({
        path: rowPath(index, field),
        message: `第 ${index + 1} 条指标的${columnName(field)}没有填写。`,
      })),
  )
}
