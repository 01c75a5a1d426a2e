import { describe, expect, test } from 'vitest'
import { placeList } from '../../../../renderer/editor/sheet/list-place.ts'

const visible = { left: 0, top: 100, width: 800, height: 400 }
const list = { width: 200, height: 120 }

describe('the choices of a cell', () => {
  test('stand under it', () => {
    expect(placeList({ left: 50, top: 150, width: 90, height: 20 }, list, visible)).toEqual({ left: 50, top: 173 })
  })
  test('stand over it near the end of the desk', () => {
    expect(placeList({ left: 50, top: 460, width: 90, height: 20 }, list, visible)).toEqual({ left: 50, top: 337 })
  })
  test('stand under it where there is no room over it either', () => {
    const low = { ...visible, height: 130 }
    expect(placeList({ left: 50, top: 180, width: 90, height: 20 }, list, low)).toEqual({ left: 50, top: 203 })
  })
  test('end where the desk ends', () => {
    expect(placeList({ left: 700, top: 150, width: 90, height: 20 }, list, visible)).toEqual({ left: 600, top: 173 })
  })
  test('begin where the desk begins, however wide they are', () => {
    expect(placeList({ left: 10, top: 150, width: 90, height: 20 }, { ...list, width: 900 }, visible).left).toBe(0)
  })
})
