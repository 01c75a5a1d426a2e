/** `list --workspace DB`: the projects in a workspace. */
import { visibleName } from '../../../shared/values/text/visible-text.ts'
import { required } from '../options.ts'
import { listWithDamage } from '../../handlers/projects/all-records.ts'
import { tellDamaged, withWorkspace } from '../workspace.ts'
import type { CommandOptions } from '../command.ts'
import type { Answer, Terminal } from '../terminal.ts'

export async function list(options: CommandOptions, terminal: Terminal): Promise<Answer> {
  const workspace = required(options.workspace, 'workspace', 'list')
  return withWorkspace(workspace, 'read', terminal, async (context) => {
    const { projects, damaged } = listWithDamage(context)
    const json = tellDamaged(damaged, terminal)
    const lines = projects.map(
      ({ fiscalYear, unitName, unitCode, projectName, totalText, currencyUnit, indicators, template }) =>
        [
          fiscalYear || '年度未定',
          unitName || unitCode || '（没有单位）',
          projectName || '（没有项目名称）',
          `${totalText}${totalText.endsWith('元') ? '' : currencyUnit}`,
          `${indicators} 条指标`,
          template || '未知表样',
        ]
          .map(visibleName)
          .join('\t'),
    )
    return {
      status: 0,
      json: { projects, ...json },
      text: `${[...lines, `共 ${projects.length} 个项目`].join('\n')}\n`,
    }
  })
}
