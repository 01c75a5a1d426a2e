import { describe, expect, test } from 'vitest'
import { paginate } from '../../../shared/print/paginate.ts'
import { drawPages } from './draw-pages.ts'
import { groupedLayout, makeLayout } from './print-layouts.ts'

const mm = (pt: number) => (pt / 72) * 25.4
const drawn = (text: string) => `${text.trim()}\n`
const rowsOf = (pages: ReturnType<typeof paginate>) => pages.map((page) => page.rows.map((row) => row.source))

const goal = (lines: number) => Array.from({ length: lines }, (_, index) => `目标${index + 1}`).join('\n')
const withGoal = (text: string, bodyPt: number) =>
  makeLayout({
    columnsMm: [20, 60],
    bodyMm: mm(bodyPt),
    cells: [
      { at: [0, 0], text: '单位' },
      { at: [0, 1], text: '云溪县医疗保障局' },
      { at: [1, 0], text: '目标', role: 'label' },
      { at: [1, 1], text },
      { at: [2, 0], text: '甲' },
      { at: [2, 1], text: '乙' },
    ],
  })

describe('merged groups', () => {
  test('a group cut by the page end is closed, its label and the headings are printed again', () => {
    const layout = groupedLayout(
      [
        ['产出指标', 4],
        ['效益指标', 5],
        ['满意度指标', 2],
      ],
      mm(140),
    )
    expect(drawPages(paginate(layout))).toBe(
      drawn(`
-- page 1 of 3, 127 pt
  27 | 绩效目标表 | < | < |
  20 | 一级指标 | 三级指标 | 指标值 |
  20 | 产出指标 | 指标1 | ≥1人 |
  20 | ^ | 指标2 | ≥2人 |
  20 | ^ | 指标3 | ≥3人 |
  20 | ^ | 指标4 | ≥4人 |

-- page 2 of 3, 140 pt
  20*| 一级指标 | 三级指标 | 指标值 |
  20 | 效益指标 | 指标5 | ≥5人 |
  20 | ^ | 指标6 | ≥6人 |
  20 | ^ | 指标7 | ≥7人 |
  20 | ^ | 指标8 | ≥8人 |
  20 | ^ | 指标9 | ≥9人 |
  20 | 满意度指标 | 指标10 | ≥10人 |

-- page 3 of 3, 40 pt
  20*| 一级指标 | 三级指标 | 指标值 |
  20 | =满意度指标 | 指标11 | ≥11人 |
`),
    )
  })

  test('a row grows where the repeated label needs more height than the rows it still has', () => {
    const layout = groupedLayout([['社会公众或服务对象满意度指标', 7]], mm(168))
    expect(drawPages(paginate(layout))).toBe(
      drawn(`
-- page 1 of 2, 167 pt
  27 | 绩效目标表 | < | < |
  20 | 一级指标 | 三级指标 | 指标值 |
  20 | 社会公众或服务对象满意度指标 | 指标1 | ≥1人 |
  20 | ^ | 指标2 | ≥2人 |
  20 | ^ | 指标3 | ≥3人 |
  20 | ^ | 指标4 | ≥4人 |
  20 | ^ | 指标5 | ≥5人 |
  20 | ^ | 指标6 | ≥6人 |

-- page 2 of 2, 53 pt
  20*| 一级指标 | 三级指标 | 指标值 |
  33 | =社会公众或服务对象满意度指标 | 指标7 | ≥7人 |
`),
    )
  })

  test('a label at the left of headings and rows together stays one cell beside the repeated headings', () => {
    const cells = [
      { at: [0, 0, 7, 1] as const, text: '绩效指标' },
      { at: [0, 1] as const, text: '三级指标' },
      ...[1, 2, 3, 4, 5, 6].map((row) => ({ at: [row, 1] as const, text: `指标${row}` })),
    ].map(({ at, text }) => ({ at: [...at] as [number, number], text, role: 'label' as const }))
    const layout = makeLayout({ columnsMm: [20, 60], bodyMm: mm(100), repeatedRows: { first: 0, count: 1 }, cells })
    expect(drawPages(paginate(layout))).toBe(
      drawn(`
-- page 1 of 2, 100 pt
  20 | 绩效指标 | 三级指标 |
  20 | ^ | 指标1 |
  20 | ^ | 指标2 |
  20 | ^ | 指标3 |
  20 | ^ | 指标4 |

-- page 2 of 2, 60 pt
  20*| =绩效指标 | 三级指标 |
  20 | ^ | 指标5 |
  20 | ^ | 指标6 |
`),
    )
  })
})

describe('long texts', () => {
  test('a text higher than a page is cut between lines, fills every page, and its label is printed again', () => {
    expect(drawPages(paginate(withGoal(goal(19), 100)))).toBe(
      drawn(`
-- page 1 of 4, 100 pt
  20 | 单位 | 云溪县医疗保障局 |
  80 | 目标 | 目标1↵目标2↵目标3↵目标4↵目标5 |

-- page 2 of 4, 100 pt
 100+| =目标 | »↵目标6↵目标7↵目标8↵目标9↵目标10↵目标11 |

-- page 3 of 4, 100 pt
 100+| =目标 | »↵目标12↵目标13↵目标14↵目标15↵目标16↵目标17 |

-- page 4 of 4, 53 pt
  33+| =目标 | »↵目标18↵目标19 |
  20 | 甲 | 乙 |
`),
    )
  })

  test('much room left: a row that would fit the next page is cut all the same', () => {
    expect(rowsOf(paginate(withGoal(goal(6), 100)))).toEqual([
      [0, 1],
      [1, 2],
    ])
  })

  test('little room left: the row moves to the next page whole', () => {
    const layout = makeLayout({
      columnsMm: [60],
      bodyMm: mm(100),
      cells: [
        ...[0, 1, 2, 3].map((row) => ({ at: [row, 0] as [number, number], text: '甲' })),
        { at: [4, 0], text: goal(3) },
      ],
    })
    expect(rowsOf(paginate(layout))).toEqual([[0, 1, 2, 3], [4]])
  })

  test('one line is not left alone on the next page', () => {
    const pages = paginate(withGoal(goal(6), 100))
    expect(
      pages.map((page) => page.cells.find((cell) => cell.column === 1 && cell.text.includes('目标6'))?.text),
    ).toEqual([undefined, '目标5\n目标6'])
  })

  test('a paragraph cut inside goes on without a break, one cut at a typed break says so', () => {
    const pages = paginate(withGoal('保障群众医疗待遇按时足额享受'.repeat(12), 100))
    expect(pages.flatMap((page) => page.cells.map((cell) => cell.continued))).toContain('text')
    const texts = pages.flatMap((page) =>
      page.cells.filter((cell) => cell.column === 1 && page.rows[cell.row]?.source === 1),
    )
    expect(texts.map((cell) => cell.text).join('')).toBe('保障群众医疗待遇按时足额享受'.repeat(12))
  })

  test('the name of a list row that is cut is printed again, its amounts are not', () => {
    const texts = ['救助项目', '56.12', goal(8)]
    const cells = texts.map((text, column) => ({ at: [0, column] as [number, number], text }))
    const [, second] = paginate(makeLayout({ columnsMm: [40, 20, 60], bodyMm: mm(100), cells }))
    expect(second?.cells.map(({ text, continued }) => [text, continued])).toEqual([
      ['救助项目', 'repeat'],
      ['', 'text'],
      ['目标7\n目标8', 'newline'],
    ])
  })

  test('a name in the first column too long to repeat flows instead', () => {
    const text = goal(12)
    const layout = makeLayout({ columnsMm: [60], bodyMm: mm(100), cells: [{ at: [0, 0], text }] })
    const cells = paginate(layout).flatMap((page) => page.cells)
    expect(cells.map((cell) => cell.continued)).toEqual([null, 'newline'])
    expect(cells.map((cell) => cell.text).join('\n')).toBe(text)
  })
})

describe('page ends', () => {
  test('headings are not left at the end of a page', () => {
    const cells = [0, 1, 2, 3, 4, 5, 6].map((row) => ({ at: [row, 0] as [number, number], text: `第${row}行` }))
    const layout = makeLayout({ columnsMm: [60], bodyMm: mm(80), repeatedRows: { first: 3, count: 1 }, cells })
    expect(rowsOf(paginate(layout))).toEqual([
      [0, 1, 2],
      [3, 4, 5, 6],
    ])
  })

  test('a last page of one small row gets rows of the page before', () => {
    const rows = rowsOf(paginate(groupedLayout([['产出指标', 10]], mm(230))))
    expect(rows).toEqual([
      [0, 1, 2, 3, 4, 5, 6, 7, 8],
      [1, 9, 10, 11],
    ])
  })

  test('a table that fits is one page; an empty table is one empty page', () => {
    expect(paginate(groupedLayout([['产出指标', 3]], 200))).toHaveLength(1)
    const empty = {
      ...groupedLayout([['产出指标', 1]], 200),
      rows: [],
      cells: [],
      repeatedRows: { first: 0, count: 0 },
    }
    expect(paginate(empty).map((page) => page.cells)).toEqual([[]])
  })

  test('headings higher than half a page are not repeated', () => {
    const cells = [0, 1, 2, 3, 4].map((row) => ({
      at: [row, 0] as [number, number],
      text: row === 0 ? '一\n二\n三\n四' : '行',
    }))
    const layout = makeLayout({ columnsMm: [60], bodyMm: mm(110), repeatedRows: { first: 0, count: 1 }, cells })
    expect(paginate(layout).flatMap((page) => page.rows.filter((row) => row.repeated))).toEqual([])
  })
})
