/** Zoom of the sheet: a factor from 0.5 to 2, or as wide as the window. Remembered in the browser. */
import { create } from 'zustand'
import { nextStep } from '../../ui/zoom-steps.ts'

export type Zoom = number | 'width'

export const zoomSteps = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2]

function remembered(): Zoom {
  const value = Number(localStorage.getItem('zoom'))
  return zoomSteps.includes(value) ? value : 'width'
}

export const useZoom = create<{ zoom: Zoom }>(() => ({ zoom: remembered() }))

export function setZoom(zoom: Zoom): void {
  localStorage.setItem('zoom', String(zoom))
  useZoom.setState({ zoom })
}

export const boundZoom = (factor: number): number => Math.max(0.5, Math.min(2, factor))

/** As wide as the desk, but never larger than reads well. */
export const fitZoom = (factor: number): number => Math.min(1.25, boundZoom(factor))

/** The next step up or down from a factor. */
export const stepZoom = (factor: number, by: 1 | -1): number => nextStep(zoomSteps, factor, by)
