/**
 * ONE ANSWER TO EACH QUESTION: the module that decides it, and how a second answer looks in source. `declares` are names of
 * functions and constants of a file, `exports` only of those it exports; `holds` is text of the source without comments.
 */
export interface QuestionRow {
  question: string
  home: string
  declares?: RegExp
  exports?: RegExp
  holds?: RegExp
  /** `holds` counts in these rooms only; elsewhere the same words ask something else. */
  within?: string[]
  /** Files that may look so, each with the reason. */
  except?: Record<string, string>
}

export const questionTable: QuestionRow[] = [
  {
    question: 'which row is the same',
    home: 'shared/compare/match-rows.ts',
    declares: /^(?:match|pair|align)Rows$|^(?:is)?[sS]ame(?:Row|Indicator)$|^(?:row|indicator)Key$/,
    except: {
      'shared/compare/align-rows.ts': 'puts the matches of three records side by side; asks match-rows',
      'shared/compare/texts.ts': 'not which row, but whether two rows say the same throughout',
    },
  },
  {
    question: 'what differs',
    home: 'shared/compare/difference.ts',
    declares: /^(?:count|find|list)?[dD]ifferences?$|^diff(?:Rows|Records|Arrays)?$/,
  },
  {
    question: 'which project is this',
    home: 'shared/compare/match-projects.ts',
    declares: /^matchProjects?$|^createProjectMatcher$|^(?:is)?[sS]ameProject$|^projectKeys?$/,
  },
  {
    question: 'which unit is this',
    home: 'shared/identity/unit.ts',
    declares: /^unitKeys?(?:Of)?$|^(?:is)?[sS]ameUnit$/,
    holds: /unit_code\s*=\s*(?:\?|:|\w+\.)|unit_name\s*=\s*(?:\?|:|\w+\.)|unit(?:\.code|Code) === \w|unit\.name === \w/,
    except: {
      'main/store/projects/mates.ts': 'asks the index for each way in which unit.ts says a unit is written',
      'main/store/projects/entries.ts': 'what was typed under a name before: suggestions, nothing is told apart by it',
      'main/store/learned.ts': 'the same',
    },
  },
  {
    question: 'which table is this',
    home: 'shared/identity/table.ts',
    declares: /^tableKeys?$|^(?:is)?[sS]ameTable$/,
  },
  {
    question: 'what year is it',
    home: 'shared/identity/fiscal-year.ts',
    declares: /^fiscalYear(?:Of)?$|^isFiscalYear$/,
    holds:
      /\/\^(?:\\d\{4\}|\(\?:19\|20\)\\d(?:\\d|\{2\}))\$\/|fiscalYear: (?:\w+\.)*(?:record|summary|table|row)\.year\b|(?:AND|ON|WHERE) (?:\w+\.)?year = /,
    except: { 'shared/ipc/input.ts': 'the shape of a year at the door: any four digits' },
  },
  {
    question: 'what content is this',
    home: 'shared/identity/content.ts',
    declares: /^(?:is)?[sS]ameContent$|^recordHash$|^contentText$/,
  },
  {
    question: 'how much is it together',
    home: 'shared/amounts/amount.ts',
    declares: /^(?:sum|add)(?:Of)?(?:Amounts|Money|Texts)$|^sumOf$/,
    holds: /\.reduce\([^\n]*\.plus\(|\bsum\((?:CAST\()?(?:total|fiscal|special|other)\w*\)/i,
    except: { 'shared/values/weight.ts': 'points of a hundred, which have no unit' },
  },
  {
    question: 'which text is the same',
    home: 'shared/values/text/normalize.ts',
    declares: /^normali[sz]e(?:For\w+|Label|Text|Name)?$|^(?:is)?[sS]ameText$/,
    holds: /\.normalize\(\s*['"`]NF|toHalfWidth\([^()]*\)(?:\.trim\(\))?\.replace(?:All)?\(\/\\s\+?\/g/,
    except: {
      'main/documents/file-name.ts': 'whether two names are one file to the file system (NFC)',
    },
  },
  {
    question: 'what is the path of a field',
    home: 'shared/model/field-path.ts',
    holds:
      /(?<!\$\.)(?:indicators|paymentPlan)\[\$\{|['"`](?:indicators|paymentPlan)\[|(?:indicators|paymentPlan)\\\[|['"`]extra\.(?:['"`]|\$\{)/,
    except: {
      'shared/templates/hebei-xinle-2024.ts': 'a template names its fields; it is data',
    },
  },
  {
    question: 'what is a field called',
    home: 'shared/model/fields.ts',
    holds: /\bevidence\b[^\n]{0,40}['"`]佐证资料/,
  },
  {
    question: 'is it blank or a placeholder',
    home: 'shared/values/text/blank.ts',
    exports: /^is(?:Blank|Empty|Filled|Placeholder)(?:Text|OrNone)?$|^fillingOf$/,
    holds: /\.trim\(\) [!=]== ''/,
    within: [
      'shared/amounts',
      'shared/layout',
      'shared/library',
      'shared/rules',
      'shared/summary',
      'renderer/editor/commands',
      'renderer/editor/table',
      'renderer/editor/view',
    ],
  },
  {
    question: 'which half of the form',
    home: 'shared/model/halves.ts',
    declares: /^(?:half|halves|part)Of\w*$|^printedIn(?:Both|Half)$|^standingIn$|^(?:split|join)(?:Halves|Sides)$/,
  },
  { question: 'what state may follow', home: 'shared/model/status.ts', holds: /['"`](?:已报送|已退回|已自审)['"`]/ },
]
