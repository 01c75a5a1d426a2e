/**
 * THE STATES of a table between unit and bureau, as one table: what each is called and what is locked in it for whom; which
 * step leads where, who may take it and what it asks for. Store, pages, hand-in files and the command line ask here.
 */

export type Side = 'unit' | 'bureau'

/** `cells`: the table itself, not the 意见 on it. */
export type Lock = 'open' | 'cells' | 'all'

interface State {
  name: string
  locked: Record<Side, Lock>
}

const everywhere = (lock: Lock): State['locked'] => ({ unit: lock, bureau: lock })

export const states = {
  draft: { name: '草稿', locked: everywhere('open') },
  checked: { name: '已自审', locked: everywhere('open') },
  submitted: { name: '已报送', locked: { unit: 'all', bureau: 'cells' } },
  returned: { name: '已退回', locked: { unit: 'open', bureau: 'all' } },
  accepted: { name: '已通过', locked: everywhere('all') },
  approved: { name: '已批复', locked: everywhere('all') },
  adjusting: { name: '调整中', locked: everywhere('open') },
} as const satisfies Record<string, State>

export type Status = keyof typeof states

export const statusNames = Object.entries(states).map(([status, { name }]) => ({ status: status as Status, name })) // its own keys

export const isStatus = (text: string): text is Status => Object.hasOwn(states, text)

/** What a step asks for before it is taken. `noErrors`: no 强制; `explained`: each 核实 has its 说明; `settled`: no open 意见 of 强制调整. */
export type Asked = 'noErrors' | 'explained' | 'conclusion' | 'comment' | 'settled' | 'reason'

interface Step {
  name: string
  by: readonly Side[]
  from: readonly Status[]
  to: Status
  asks: readonly Asked[]
  /** Findings may stay open, when the person says so: 带错报送. */
  mayOverrule?: true
}

const findings = ['noErrors', 'explained'] as const

export const steps = {
  check: { name: '自审', by: ['unit'], from: ['draft', 'returned', 'adjusting'], to: 'checked', asks: findings },
  uncheck: { name: '取消自审', by: ['unit'], from: ['checked'], to: 'draft', asks: [] },
  /** The first change of a table that was checked; of any other it leads nowhere. */
  edit: { name: '修改', by: ['unit', 'bureau'], from: ['checked'], to: 'draft', asks: [] },
  submit: {
    name: '报送',
    by: ['unit'],
    from: ['draft', 'checked', 'returned', 'adjusting'],
    to: 'submitted',
    asks: findings,
    mayOverrule: true,
  },
  /** A hand-in file, or a newer one, at the bureau. */
  collect: {
    name: '收表',
    by: ['bureau'],
    from: ['draft', 'submitted', 'returned', 'adjusting'],
    to: 'submitted',
    asks: [],
  },
  return: { name: '退回', by: ['bureau'], from: ['submitted'], to: 'returned', asks: ['conclusion', 'comment'] },
  /** A 退回件 at the unit. */
  takeReturned: { name: '接收退回件', by: ['unit'], from: ['submitted', 'returned'], to: 'returned', asks: [] },
  accept: { name: '通过', by: ['bureau'], from: ['submitted'], to: 'accepted', asks: ['settled'] },
  approve: { name: '批复', by: ['bureau'], from: ['accepted'], to: 'approved', asks: [] },
  adjust: { name: '调整', by: ['unit', 'bureau'], from: ['approved'], to: 'adjusting', asks: ['reason'] },
} as const satisfies Record<string, Step>

export type StepId = keyof typeof steps

/** What is known when a step is to be taken. */
export interface StepFacts {
  openErrors: number
  unexplained: number
  conclusion: string
  comments: number
  openDemands: number
  reason: string
  /** The person wants to hand in with open findings. */
  overrules: boolean
}

/** Why a step cannot be taken; null: it can. */
export type Hindrance = 'side' | 'status' | Asked

export function hindranceOf(id: StepId, side: Side, status: Status, facts: StepFacts): Hindrance | null {
  const step: Step = steps[id]
  if (!step.by.includes(side)) return 'side'
  if (!step.from.includes(status)) return 'status'
  if (step.mayOverrule && facts.overrules) return null
  return step.asks.find((asked) => !isGiven[asked](facts)) ?? null
}

const isGiven: Record<Asked, (facts: StepFacts) => boolean> = {
  noErrors: ({ openErrors }) => openErrors === 0,
  explained: ({ unexplained }) => unexplained === 0,
  conclusion: ({ conclusion }) => conclusion.trim() !== '',
  comment: ({ comments }) => comments > 0,
  settled: ({ openDemands }) => openDemands === 0,
  reason: ({ reason }) => reason.trim() !== '',
}

/** Steps the side may take from a state, whatever they ask for. */
export const stepsFrom = (status: Status, side: Side): StepId[] =>
  Object.entries(steps)
    .filter(([, { by, from }]: [string, Step]) => by.includes(side) && from.includes(status))
    .map(([id]) => id as StepId) // its own keys

/** A step is taken back by the side that made it, as long as no file of the other side that answers it was taken in. */
export const mayTakeBack = (madeBy: Side, side: Side, isAnswered: boolean): boolean => madeBy === side && !isAnswered

/** The state after a change of the table's contents. */
export const afterEdit = (status: Status): Status => (status === steps.edit.from[0] ? steps.edit.to : status)

export const isLocked = (status: Status, side: Side): boolean => states[status].locked[side] !== 'open'
