/** What a person is told about the line to the program: in the failure of a call, and over the page while it lasts. */
import type { LineState } from './line.ts'

/** What a call says that could not be made. */
export function callWords(state: LineState): string {
  if (state.kind === 'foreign')
    return '程序的地址被另一个程序占用（见上面的说明），内容还在这一页里，程序回来后会自动保存。'
  if (state.kind === 'shut') return state.wasOpen ? forgotten : '程序不认识这一页：请从程序给出的地址打开。'
  return '与程序的连接断开了。请不要关闭这一页，重新打开程序：打开后这里会自动保存。如果打开后仍显示未保存，是程序换了地址，请把没有保存的内容复制到新打开的页面里。'
}

/** What stands over the page; null: nothing is wrong. */
export function bandWords(state: LineState): string | null {
  if (state.kind === 'gone') return '程序已关闭或没有响应，正在等它回来。您写的内容还在这一页里，请不要关闭或刷新。'
  if (state.kind === 'foreign') return foreign
  if (state.kind === 'shut' && state.wasOpen) return forgotten
  return null
}

const foreign =
  '这个地址现在被另一个程序占用，它不是绩表；这一页没有把任何内容发给它。您写的内容还在这一页里，请不要关闭或刷新。关闭那个程序，再重新打开绩表，这里会自动接着保存；如果绩表换了地址，请把没有保存的内容复制到新打开的页面里。'
const forgotten =
  '程序重新启动过，不再认识这一页。请不要关闭或刷新：把程序给出的新地址粘贴到这一页的地址栏里，按回车，没有保存的内容会留下并自动保存。'
