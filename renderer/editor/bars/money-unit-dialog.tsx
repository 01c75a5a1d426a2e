/** 改金额单位: which unit, and whether the amounts keep their numbers or what they are worth, each with what it would make of the first. */
import Modal from 'antd/es/modal'
import Radio from 'antd/es/radio'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { UnitChange } from '../../../shared/amounts/change-unit.ts'
import type { CurrencyUnit } from '../../../shared/values/money.ts'
import { changeMoneyUnit, closeUnitQuestion, unitOutcome, unitQuestion } from '../commands/money-unit.ts'
import type { UnitOutcome, UnitQuestion } from '../commands/money-unit.ts'
import { offerUndo } from '../actions/offer-undo.tsx'

export function MoneyUnitDialog({ undo, focusSheet }: { undo: () => void; focusSheet: () => void }): ReactNode {
  const question = useStore(unitQuestion, (state) => state.question)
  return question && <Asking key={question.to} question={question} undo={undo} focusSheet={focusSheet} />
}

interface AskingProps {
  question: UnitQuestion
  undo: () => void
  focusSheet: () => void
}

function Asking({ question, undo, focusSheet }: AskingProps): ReactNode {
  const [to, setTo] = useState<CurrencyUnit>(question.to)
  const [change, setChange] = useState<UnitChange>('converted')
  const asked = { ...question, to }
  const outcome = unitOutcome(asked, change)
  const isSame = to === question.from
  const close = () => {
    closeUnitQuestion()
    setTimeout(focusSheet) // when the dialog is gone: it gives the focus away itself
  }
  const take = () => {
    close()
    if (isSame || !changeMoneyUnit(asked, change)) return
    const done = change === 'converted' ? `金额已折算为${to}。` : `金额单位已改为${to}，数字没有变。`
    offerUndo(question.view.editor, `${done}${stayedText(outcome)}`, undo)
  }
  return (
    <Modal
      open
      title="改金额单位"
      okText={change === 'converted' ? '折算' : '只改单位'}
      okButtonProps={{ disabled: isSame }}
      onOk={take}
      onCancel={close}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          take()
        }}
      >
        <div className="form-line">
          <span id="money-unit-to">单位改为</span>
          <Radio.Group
            aria-labelledby="money-unit-to"
            value={to}
            onChange={({ target }) => setTo(target.value as CurrencyUnit)}
          >
            <Radio value="万元">万元</Radio>
            <Radio value="元">元</Radio>
          </Radio.Group>
        </div>
        <div className="form-line">
          <span id="money-unit-how">表里的金额</span>
          <Radio.Group
            aria-labelledby="money-unit-how"
            className="money-unit-choices"
            value={change}
            onChange={({ target }) => setChange(target.value as UnitChange)} // one of the values below
          >
            <Radio value="converted" autoFocus>
              按新单位折算，钱数不变{exampleText(unitOutcome(asked, 'converted'))}
            </Radio>
            <Radio value="kept">数字照旧，只改单位{exampleText(unitOutcome(asked, 'kept'))}</Radio>
          </Radio.Group>
        </div>
        <p className="muted">{isSame ? `现在就是${to}。` : stayedText(outcome) || '可以用 Ctrl+Z 一步撤销。'}</p>
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
    </Modal>
  )
}

const exampleText = ({ example }: UnitOutcome): string => (example === '' ? '' : `（${example}）`)

/** What is left as it was, and why. */
function stayedText({ withOwnUnit, unreadable, firstUnreadable }: UnitOutcome): string {
  const parts = [
    ...(withOwnUnit > 0 ? [`${withOwnUnit} 处自己写着单位，保持原样`] : []),
    ...(unreadable > 0
      ? [`${unreadable} 处看不出金额（${firstUnreadable}${unreadable > 1 ? ' 等' : ''}），保持原样，请核对`]
      : []),
  ]
  return parts.length === 0 ? '' : `${parts.join('；')}。`
}
