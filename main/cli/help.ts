/** The help texts, made from the table of commands. */
import { commands, optionTexts } from './commands.ts'
import type { Command } from './command.ts'

const program = 'npm run -s jibiao --'

export function generalHelp(): string {
  return `绩表：项目支出绩效目标表的读取、检查、输出与汇总

用法：${program} <命令> [文件…] [选项]

命令：
${commands.map((command) => `  ${command.name.padEnd(10)} ${command.summary}`).join('\n')}
  help       显示本说明；help <命令> 显示一个命令的说明

所有命令都可以加 --json：在标准输出上只打印一个 JSON 文档。进度和说明打印在标准错误上。
退出码：0 完成；1 检查出“强制”问题（只有 check）；2 命令写得不对，或没有一个文件能用。
`
}

export function commandHelp(command: Command): string {
  const options = [...command.options.map((name) => optionTexts[name]), '--json             只打印一个 JSON 文档']
  return `${command.summary}

用法：${program} ${command.usage}

选项：
${options.map((line) => `  ${line}`).join('\n')}
${command.details === '' ? '' : `\n${command.details}\n`}`
}
