/** Files dropped anywhere on a page are taken for import; the browser never opens them itself. */
import { useState } from 'react'
import type { DragEvent, ReactNode } from 'react'
import { takeFiles } from './take-files.ts'

const carriesFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')

export function FileDrop({ children }: { children: ReactNode }): ReactNode {
  const [isOver, setIsOver] = useState(false)
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
        void takeFiles([...event.dataTransfer.files])
      }}
    >
      {children}
      {isOver && <div className="drop-note">松开鼠标，读入这些文件</div>}
    </div>
  )
}
