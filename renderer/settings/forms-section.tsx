/** The official forms this version of the program knows, and how many projects stand on each. */
import Table from 'antd/es/table'
import { useMemo } from 'react'
import type { ReactNode } from 'react'
import { templates } from '../calls/templates.ts'
import type { Template } from '../../shared/templates/template.ts'
import { useCall } from '../calls/use-call.ts'

const scopeNames: Readonly<Record<Template['scope'], string>> = {
  project: '每个项目一张',
  unit: '每个单位一张',
}

export function FormsSection(): ReactNode {
  const { result } = useCall('projects.list', { deleted: false })
  const used = useMemo(() => {
    const counts = new Map<string, number>()
    if (result?.ok) for (const { template } of result.value) counts.set(template, (counts.get(template) ?? 0) + 1)
    return counts
  }, [result])
  return (
    <section className="setting">
      <h2>表样</h2>
      <Table<Template>
        size="small"
        rowKey="id"
        dataSource={[...templates().all]}
        pagination={false}
        columns={[
          { title: '表样', dataIndex: 'name', width: 170 },
          { title: '依据', dataIndex: 'source' },
          { title: '版式', key: 'scope', width: 120, render: (_, { scope }) => scopeNames[scope] },
          {
            title: '权重满分',
            key: 'weights',
            width: 90,
            align: 'right',
            render: (_, { weights }) => weights?.total ?? '不填',
          },
          {
            title: '项目数',
            key: 'used',
            width: 80,
            align: 'right',
            render: (_, { id }) => (result?.ok ? (used.get(id) ?? 0) : '…'),
          },
        ]}
      />
      <p className="muted">表样随程序一起提供，和正式文件的表格一致。一个项目可以在项目列表里换成另一种表样。</p>
    </section>
  )
}
