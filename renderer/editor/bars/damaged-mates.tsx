/** Over the sheet of a list form: projects of the table that are not in it, because they are damaged. */
import Button from 'antd/es/button'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { damagedNames, useHealth } from '../../shell/health.ts'
import { goTo } from '../../shell/place.ts'
import type { TableEditor } from '../table/table-editor.ts'

export function DamagedMates({ editor }: { editor: TableEditor }): ReactNode {
  const damaged = useHealth((health) => health.damaged)
  const first = useStore(editor.state, ({ history }) => history.present[0]?.record)
  if (damaged.length === 0 || editor.template.scope !== 'unit' || !first) return null
  const mates = damaged.filter(
    ({ template, fiscalYear, unitName, deleted }) =>
      !deleted && template === editor.template.id && fiscalYear === editor.fiscalYear && unitName === first.unit.name,
  )
  const [mate] = mates
  if (!mate) return null
  return (
    <div className="quiet-bar deleted-bar" role="alert">
      <span className="grow severity-error">
        这张表里{damagedNames(mates)}的内容已损坏，没有显示，也不会导出；表里其余项目照常可用。
      </span>
      <Button size="small" onClick={() => goTo('edit', [mate.id])}>
        查看
      </Button>
    </div>
  )
}
