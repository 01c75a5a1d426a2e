/** The states of a table: drawn as the document of the exchange draws them. */
import { describe, expect, test } from 'vitest'
import {
  afterEdit,
  hindranceOf,
  isLocked,
  isStatus,
  mayTakeBack,
  states,
  statusNames,
  steps,
  stepsFrom,
} from '../../../shared/model/status.ts'
import type { Status, StepFacts, StepId } from '../../../shared/model/status.ts'

test('each state: its word, the steps into it, what is locked for unit and bureau', () => {
  const drawn = statusNames.map(({ status, name }) => {
    const into = Object.values(steps).filter(({ to }) => to === status)
    const { unit, bureau } = states[status].locked
    return [status, name, into.map((step) => step.name).join('、'), `${unit} ${bureau}`].join(' | ')
  })
  expect(drawn).toEqual([
    'draft | 草稿 | 取消自审、修改 | open open',
    'checked | 已自审 | 自审 | open open',
    'submitted | 已报送 | 报送、收表 | all cells',
    'returned | 已退回 | 退回、接收退回件 | open all',
    'accepted | 已通过 | 通过 | all all',
    'approved | 已批复 | 批复 | all all',
    'adjusting | 调整中 | 调整 | open open',
  ])
})

test('who may do what from where', () => {
  const may = (status: Status) => `${stepsFrom(status, 'unit').join(' ')} | ${stepsFrom(status, 'bureau').join(' ')}`
  expect(Object.fromEntries(statusNames.map(({ status }) => [status, may(status)]))).toEqual({
    draft: 'check submit | collect',
    checked: 'uncheck edit submit | edit',
    submitted: 'takeReturned | collect return accept',
    returned: 'check submit takeReturned | collect',
    accepted: ' | approve',
    approved: 'adjust | adjust',
    adjusting: 'check submit | collect',
  })
})

const nothing: StepFacts = {
  openErrors: 0,
  unexplained: 0,
  conclusion: '',
  comments: 0,
  openDemands: 0,
  reason: '',
  overrules: false,
}

describe('what a step asks for', () => {
  test.each<[StepId, Status, Partial<StepFacts>, string | null]>([
    ['check', 'draft', {}, null],
    ['check', 'draft', { openErrors: 1 }, 'noErrors'],
    ['check', 'draft', { unexplained: 2 }, 'explained'],
    ['check', 'draft', { openErrors: 1, overrules: true }, 'noErrors'],
    ['check', 'submitted', {}, 'status'],
    ['submit', 'draft', { openErrors: 1 }, 'noErrors'],
    ['submit', 'draft', { openErrors: 1, overrules: true }, null],
    ['accept', 'submitted', {}, 'side'],
  ])('%s of a unit in %s with %j: %s', (step, status, facts, expected) => {
    expect(hindranceOf(step, 'unit', status, { ...nothing, ...facts })).toBe(expected)
  })

  test.each<[StepId, Status, Partial<StepFacts>, string | null]>([
    ['return', 'submitted', { comments: 1 }, 'conclusion'],
    ['return', 'submitted', { conclusion: '退回', comments: 0 }, 'comment'],
    ['return', 'submitted', { conclusion: '退回', comments: 1 }, null],
    ['accept', 'submitted', { openDemands: 1 }, 'settled'],
    ['accept', 'submitted', {}, null],
    ['adjust', 'approved', { reason: ' ' }, 'reason'],
    ['adjust', 'approved', { reason: '追加' }, null],
    ['submit', 'draft', {}, 'side'],
  ])('%s of the bureau in %s with %j: %s', (step, status, facts, expected) => {
    expect(hindranceOf(step, 'bureau', status, { ...nothing, ...facts })).toBe(expected)
  })
})

test('the first change of a checked table leads back to the draft; others stay', () => {
  expect(statusNames.map(({ status }) => afterEdit(status))).toEqual([
    'draft',
    'draft',
    'submitted',
    'returned',
    'accepted',
    'approved',
    'adjusting',
  ])
})

test('a step is taken back by its own side until the other has answered', () => {
  expect([
    mayTakeBack('unit', 'unit', false),
    mayTakeBack('unit', 'unit', true),
    mayTakeBack('unit', 'bureau', false),
  ]).toEqual([true, false, false])
})

test('locked for one side, open for the other', () => {
  expect([isLocked('submitted', 'unit'), isLocked('submitted', 'bureau'), isLocked('returned', 'unit')]).toEqual([
    true,
    true,
    false,
  ])
  expect([isStatus('draft'), isStatus('草稿'), isStatus('toString')]).toEqual([true, false, false])
})
