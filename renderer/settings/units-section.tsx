/** The units and years the workspace has projects of. */
import Table from 'antd/es/table'
import type { ReactNode } from 'react'
import type { Unit } from '../../shared/model/stored/units.ts'
import { useCall } from '../calls/use-call.ts'
import { Failed, Loading } from '../ui/page-state.tsx'

export function UnitsSection(): ReactNode {
  const units = useCall('units.list', {})
  const years = useCall('years.list', {})
  return (
    <section className="setting">
      <h2>单位和年度</h2>
      <p>
        已有年度：{years.result?.ok ? years.result.value.map((year) => year || '（未填）').join('、') || '还没有' : '…'}
      </p>
      {!units.result ? (
        <Loading what="单位" />
      ) : !units.result.ok ? (
        <Failed failure={units.result.error} retry={units.reload} />
      ) : (
        <Table<Unit>
          size="small"
          rowKey={(unit) => `${unit.code} ${unit.name}`}
          dataSource={units.result.value}
          pagination={units.result.value.length > 10 ? { pageSize: 10 } : false}
          locale={{ emptyText: '还没有单位。新建或导入项目后会出现在这里。' }}
          columns={[
            { title: '单位编码', dataIndex: 'code', width: 160, render: (code: string) => code || '—' },
            { title: '单位名称', dataIndex: 'name', ellipsis: true, render: (name: string) => name || '（未填）' },
            { title: '项目数', dataIndex: 'projects', width: 90, align: 'right' },
          ]}
        />
      )}
    </section>
  )
}
