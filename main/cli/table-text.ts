/** Files and tables as lines for people. */
import { severityNames } from '../../shared/model/problem.ts'
import { visibleName } from '../../shared/values/text/visible-text.ts'
import { withoutName } from './without-name.ts'
import type { ReadFile, ReadTable } from '../../shared/model/read-file.ts'
import type { TableKind } from '../../shared/model/table-kind.ts'
import type { TemplateRegistry } from '../../shared/templates/registry.ts'

const kindNames: Record<TableKind, string> = {
  target: '目标表',
  'self-evaluation': '自评表',
  monitoring: '监控表',
  overall: '整体绩效表',
  transfer: '转移支付表',
  unknown: '未识别的表',
}

export function filesText(files: readonly ReadFile[], templates: TemplateRegistry): string {
  const lines = files.flatMap(({ file, error, tables }) => [
    `${visibleName(file)}：${error ? `不能读取。${visibleName(withoutName(error.message, file))}` : `${tables.length} 张表`}`,
    ...tables.flatMap((table) => tableLines(table, templates)),
  ])
  return `${lines.join('\n')}\n`
}

function tableLines({ template, kind, source, record, problems }: ReadTable, templates: TemplateRegistry): string[] {
  const form = (template === null ? undefined : templates.find(template)?.name) ?? '未知表样'
  const place = [source.sheet, source.range].filter((part) => part !== '').join(' ')
  const { unit, project, funding, indicators } = record
  const amount =
    funding.total === '' ? '' : `，预算 ${funding.total}${funding.total.endsWith('元') ? '' : funding.unit}`
  return [
    `  [${form}·${kindNames[kind]}] ${visibleName(project.name) || '（没有项目名称）'}${place === '' ? '' : `（${visibleName(place)}）`}`,
    `    单位 ${visibleName(unit.name || unit.code) || '（空）'}${amount}，指标 ${indicators.length} 条`,
    ...problems.map(
      ({ severity, message, path, basis }) =>
        `    ${severityNames[severity]}${path === '' ? '' : ` ${visibleName(path)}`}：${visibleName(message)}${basis === '' ? '' : `（依据：${basis}）`}`,
    ),
  ]
}
