/**
 * The door behind every transport. The transport has checked who calls (sender frame or session); here: the name is in
 * the contract → the input has its shape, its texts are
 * whole ones → the handler → a Result. Nothing thrown leaves this file: what was not
 * foreseen is logged with its stack and answered as `unexpected`.
 */
import { contract } from '../../../shared/ipc/contract.ts'
import { fail, succeed } from '../../../shared/ipc/result.ts'
import { mendedAll } from '../../../shared/model/whole-text.ts'
import { toFailure } from './refusal.ts'
import type { CallInput, CallName, CallOutput } from '../../../shared/ipc/contract.ts'
import type { Result } from '../../../shared/ipc/result.ts'
import type { Log } from './log.ts'

export type Handlers = {
  [Name in CallName]: (input: CallInput<Name>) => CallOutput<Name> | Promise<CallOutput<Name>>
}

/** Answers one call of the page, whatever it sends. */
export type Dispatch = (name: unknown, input: unknown) => Promise<Result<unknown>>

export function createDispatch(handlers: Handlers, log: Log): Dispatch {
  return async (name, input) => {
    if (!isCallName(name)) return fail('bad-input', '程序内部的请求名称不对，请重新打开窗口。')
    const checked = contract[name].input.safeParse(input)
    if (!checked.success) {
      log.warn(`${name}: ${checked.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}`)
      const isTooMuch = checked.error.issues.some((issue) => issue.code === 'too_big' && issue.origin === 'array')
      return fail('bad-input', isTooMuch ? tooMuch : wrongContent)
    }
    try {
      const handler = handlers[name] as (input: unknown) => unknown // its input was checked by the same entry of the contract
      return succeed(await handler(mendedAll(checked.data)))
    } catch (thrown) {
      const failure = toFailure(thrown)
      if (failure) return fail(failure.code, failure.message)
      log.error(`${name} 没有完成`, thrown)
      return fail(
        'unexpected',
        '程序出了意外的错误，这一步没有完成；已保存的内容不受影响。请再试一次，仍不行请重新启动程序。',
      )
    }
  }
}

const wrongContent = '程序内部的请求内容不对，没有做任何改动，请重新打开窗口再试。'
const tooMuch = '这一次的内容太多，没有做任何改动：请分成几次做，例如先按单位或年度筛选，再逐批选择。'

/** Own names of the contract only: `constructor`, `__proto__` and the like are not calls. */
function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(contract, name)
}
