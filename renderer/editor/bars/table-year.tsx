/** 所属年度 of the open table, also where the form prints none; pressed, it is changed for all projects of the table. */
import Button from 'antd/es/button'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { fiscalYearName } from '../../../shared/identity/fiscal-year.ts'
import { SetYearDialog } from '../../steps/set-year-dialog.tsx'
import type { TableEditor } from '../table/table-editor.ts'

export function TableYear({ editor, focusSheet }: { editor: TableEditor; focusSheet: () => void }): ReactNode {
  const year = useStore(editor.state, ({ fiscalYear }) => fiscalYear)
  const [ids, setIds] = useState<string[] | null>(null)
  const ask = async () => {
    await editor.autosave.flush() // what is typed is of the year before
    setIds([...editor.autosave.book().values()].map(({ id }) => id))
  }
  return (
    <>
      <Button
        type="text"
        className="editor-year"
        title="所属年度，按一下可改"
        aria-label={`所属年度：${fiscalYearName(year)}，可改`}
        onClick={() => void ask()}
      >
        {fiscalYearName(year)}
      </Button>
      {ids !== null && (
        <SetYearDialog
          ids={ids}
          present={year}
          leadsThere={false}
          close={() => {
            setIds(null)
            setTimeout(focusSheet)
          }}
        />
      )}
    </>
  )
}
