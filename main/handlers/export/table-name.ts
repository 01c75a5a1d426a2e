/** What exported files and their contents are called for people. */
import type { FormRecord } from '../../../shared/model/project.ts'
import type { TemplateRegistry } from '../../../shared/templates/registry.ts'

const namesShown = 20

/** `白河镇人民政府 乡村道路养护`; parts that are empty are left out. */
export function fileTitle(records: readonly FormRecord['record'][], isUnitTable: boolean): string {
  const [first] = records
  const unit = first?.unit.name.trim() ?? ''
  const project = isUnitTable ? '项目支出绩效目标表' : (first?.project.name.trim() ?? '')
  return [unit, project].filter((part) => part !== '').join(' ') || '未命名项目'
}

/** The projects in one file: `甲、乙`, or `甲等 57 个项目`. */
export function projectNames(records: readonly FormRecord['record'][]): string {
  const names = records.map(({ project }) => (project.name === '' ? '未命名项目' : project.name))
  return names.length > namesShown ? `${names[0]}等 ${names.length} 个项目` : names.join('、')
}

/** Title of a volume of several tables: `2024年项目支出绩效目标表`, or the form's own title. */
export function volumeTitle(entries: readonly FormRecord[], templates: TemplateRegistry): string {
  const titles = new Set(entries.map(({ template }) => templates.find(template ?? '')?.title ?? ''))
  const years = new Set(entries.map(({ record }) => record.year))
  const [year = ''] = years
  const [title = ''] = titles
  const common = titles.size === 1 && title !== '' && !/[<{〈]/.test(title) ? title : '项目支出绩效目标表'
  return `${years.size === 1 && year !== '' ? `${year}年` : ''}${common}`
}
