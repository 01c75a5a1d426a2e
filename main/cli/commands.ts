/**
 * The table of commands: how each is called, in Chinese, which options it takes, and where its code is. The code is
 * loaded only when the command runs, so that help and `templates` answer at once.
 */
import type { Command, OptionName } from './command.ts'

export const optionTexts: Record<OptionName, string> = {
  workspace: '--workspace 文件   工作区（数据库文件）；import 和 collect 在它不存在时新建',
  format: '--format 格式      xlsx、docx、html、pdf 或 json（summary 只有 xlsx、docx 和 json）',
  out: '--out 文件夹       写到这个文件夹，不存在时新建',
  template: '--template 表样    不论原来是哪种表，都按这个表样输出（编号见 templates 命令）',
  by: '--by 分类          汇总按 unit 单位、department 主管部门、fund 资金类型、notice 文号或 template 表样分；不写时按单位',
  year: '--year 年度        import、collect：表上不印年度时按这个年度存入，印有或写明年度的以表为准；summary：只汇总这个年度，不写时汇总所有年度',
  single: '--single           所有的表写进一个文件；不写这个选项时每个项目一个文件',
}

const fileNote = '文件可以是 .xlsx .xls .docx .txt .csv .html .json；写文件夹时读取其中（包括下级文件夹）所有这些文件。'

export const commands: Command[] = [
  {
    name: 'read',
    usage: 'read 文件…',
    summary: '识别并读取文件，不用数据库',
    details: fileNote,
    options: [],
    takesFiles: true,
    run: async (options, terminal) => (await import('./commands/read.ts')).read(options, terminal),
  },
  {
    name: 'import',
    usage: 'import 文件… --workspace 工作区 [--year 年度]',
    summary: '读取文件并存入工作区',
    details: `${fileNote}同一单位、所属年度、表样的同一项目（编码或名称相同）已在库中时：内容相同则跳过，不同则更新，旧的内容留在历史版本里。表上没有年度又不写 --year 时，按“年度未定”另存，不会改动别的年度的表。`,
    options: ['workspace', 'year'],
    takesFiles: true,
    run: async (options, terminal) => (await import('./commands/import.ts')).importFiles(options, terminal),
  },
  {
    name: 'list',
    usage: 'list --workspace 工作区',
    summary: '列出工作区里的项目',
    details: '',
    options: ['workspace'],
    takesFiles: false,
    run: async (options, terminal) => (await import('./commands/list.ts')).list(options, terminal),
  },
  {
    name: 'check',
    usage: 'check 文件… | --workspace 工作区',
    summary: '按全部规则检查',
    details: `${fileNote}发现“强制”问题时退出码为 1。`,
    options: ['workspace'],
    takesFiles: true,
    run: async (options, terminal) => (await import('./commands/check.ts')).check(options, terminal),
  },
  {
    name: 'export',
    usage: 'export 文件… | --workspace 工作区 --format 格式 --out 文件夹 [--template 表样] [--single]',
    summary: '输出正式表格',
    details: `${fileNote}没有识别出表样的表会跳过并说明，除非用 --template 指定表样。输出 pdf 需要这台机器上装有 Chrome、Edge 或 Chromium。`,
    options: ['workspace', 'format', 'out', 'template', 'single'],
    takesFiles: true,
    run: async (options, terminal) => (await import('./commands/export.ts')).exportForms(options, terminal),
  },
  {
    name: 'collect',
    usage: 'collect 文件夹 --workspace 工作区 [--year 年度]',
    summary: '收取一个文件夹里上报的表',
    details:
      '库中的同一项目在收取之后又在这里改过、而上报的内容不同时，算作冲突：保留库中的内容并列出来，这个文件里别的表也不收。',
    options: ['workspace', 'year'],
    takesFiles: true,
    run: async (options, terminal) => (await import('./commands/collect.ts')).collect(options, terminal),
  },
  {
    name: 'summary',
    usage: 'summary --workspace 工作区 [--by 分类] [--year 年度] [--format xlsx|docx|json] [--out 文件夹]',
    summary: '汇总工作区里的项目，或输出部门汇总表',
    details:
      '不写 --format 时打印各项合计（万元）；xlsx 和 docx 写部门汇总表，要写 --out。万元和元混在一起也照各自的单位折算；不是数字的金额单独计数，不计入合计。',
    options: ['workspace', 'format', 'out', 'by', 'year'],
    takesFiles: false,
    run: async (options, terminal) => (await import('./commands/summary.ts')).summary(options, terminal),
  },
  {
    name: 'backup',
    usage: 'backup export 文件 --workspace 工作区，或 backup restore 文件 --workspace 工作区',
    summary: '把整个工作区（含历史版本、设置和习惯）存成一个文件，或从这样的文件恢复',
    details:
      'export 不覆盖已有的文件。restore 先把原来的工作区留作备份，再换上文件里的内容；工作区不存在时新建；文件不是绩表的工作区时什么也不改。',
    options: ['workspace'],
    takesFiles: true,
    run: async (options, terminal) => (await import('./commands/backup.ts')).backup(options, terminal),
  },
  {
    name: 'templates',
    usage: 'templates',
    summary: '列出本程序认识的表样',
    details: '',
    options: [],
    takesFiles: false,
    run: async (_, { templates }) => (await import('./commands/templates.ts')).listTemplates(templates),
  },
]
