/** Zoom of the sheet, 50–200 % or as wide as the window. */
import Select from 'antd/es/select'
import type { ReactNode } from 'react'
import { setZoom, useZoom, zoomSteps } from '../view/zoom.ts'
import type { Zoom } from '../view/zoom.ts'

/** `done`: a zoom was chosen; the sheet takes the focus again. */
export function ZoomSelect({ done }: { done: () => void }): ReactNode {
  const zoom = useZoom((state) => state.zoom)
  return (
    <Select<Zoom>
      aria-label="缩放"
      value={zoom}
      style={{ width: 104 }}
      onChange={(chosen) => {
        setZoom(chosen)
        setTimeout(done) // the list gives the focus back to its field first
      }}
      options={[
        { value: 'width', label: '适合宽度' },
        ...zoomSteps.map((step) => ({ value: step, label: `${Math.round(step * 100)}%` })),
      ]}
    />
  )
}
