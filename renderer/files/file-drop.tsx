/** Files dropped anywhere on a page are taken for import; the browser never opens them itself. */
import { useState } from 'react'
import type { DragEvent, ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { droppedFiles } from './dropped-files.ts'
import { takeFiles, useTaking } from './take-files.ts'

const carriesFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')

export function FileDrop({ children }: { children: ReactNode }): ReactNode {
  const [isOver, setIsOver] = useState(false)
  const taking = useTaking((state) => state.taking)
  return (
    <div
      className={isOver ? 'page drop-target' : 'page'}
      onDragOver={(event) => {
        if (!carriesFiles(event)) return
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        if (!carriesFiles(event)) return
        event.preventDefault()
        setIsOver(false)
        void droppedFiles(event.dataTransfer).then(takeFiles)
      }}
    >
      {children}
      {isOver && <div className="drop-note">松开鼠标，读入这些文件</div>}
      {taking && (
        <div className="taking-note" role="status">
          <span className="one-line">
            正在读入 {taking.done + 1} / {taking.total}：{taking.name}
          </span>
          <Button small onClick={taking.cancel}>
            停止
          </Button>
        </div>
      )}
    </div>
  )
}
