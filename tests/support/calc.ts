/**
 * A workbook edited in LibreOffice Calc as a person edits it: a cell is gone to and its text typed, so that Calc decides
 * what it is; then it is saved as .xlsx. A profile of one's own, so that no running Office is met.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Why there is no Calc here; null where there is. */
export const calcObstacle: string | null = isInstalled() ? null : 'LibreOffice (soffice) is not installed'

function isInstalled(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

export interface Calc {
  /** `cells`: what is typed into which cell of the sheet at this index, `{ B6: '400.25' }`. */
  edit: (file: Uint8Array, cells: Readonly<Record<string, string>>, sheet?: number) => Uint8Array
  /** What the cells of the first sheet show, as lines of texts. */
  shown: (file: Uint8Array) => string[][]
  close: () => void
}

export function openCalc(): Calc {
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-calc-'))
  const run = (...words: string[]): void => {
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    execFileSync('soffice', [profile, '--headless', ...words], { stdio: 'ignore', timeout: 100_000 })
  }
  run('--terminate_after_init') // the first start makes the profile
  writeFileSync(join(folder, 'profile/user/basic/Standard/Module1.xba'), module)
  const source = join(folder, 'source.xlsx')
  const edits = join(folder, 'edits.txt')
  const target = join(folder, 'target.xlsx')
  return {
    edit(file, cells, sheet = 0) {
      writeFileSync(source, file)
      const lines = Object.entries(cells).map(([cell, text]) => `${cell}\t${text}`)
      writeFileSync(edits, `\uFEFF${lines.join('\n')}`)
      rmSync(target, { force: true })
      run(`macro:///Standard.Module1.EditSheet("${source}","${target}","${edits}",${sheet})`)
      return readFileSync(target)
    },
    shown(file) {
      writeFileSync(source, file)
      const utf8WithTabs = 'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true' // 76: UTF-8; true: as shown
      run('--convert-to', utf8WithTabs, '--outdir', folder, source)
      return readFileSync(join(folder, 'source.csv'), 'utf8')
        .split('\n')
        .map((line) => line.split('\t'))
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}

const module = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub EditSheet(source As String, target As String, edits As String, sheet As Integer)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  book = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  book.CurrentController.setActiveSheet(book.Sheets.getByIndex(sheet))
  target_window = book.CurrentController.Frame
  typing = createUnoService("com.sun.star.frame.DispatchHelper")
  files = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  reader = createUnoService("com.sun.star.io.TextInputStream")
  reader.setInputStream(files.openFileRead(ConvertToURL(edits)))
  reader.setEncoding("UTF-8")
  Dim place(0) As New com.sun.star.beans.PropertyValue
  Dim word(0) As New com.sun.star.beans.PropertyValue
  place(0).Name = "ToPoint"
  word(0).Name = "StringName"
  Do While Not reader.isEOF()
    pair = Split(reader.readLine(), Chr(9))
    If UBound(pair) = 1 Then
      place(0).Value = Replace(pair(0), Chr(65279), "")
      typing.executeDispatch(target_window, ".uno:GoToCell", "", 0, place())
      word(0).Value = pair(1)
      typing.executeDispatch(target_window, ".uno:EnterString", "", 0, word())
    End If
  Loop
  reader.closeInput()
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName" : filter(0).Value = "Calc MS Excel 2007 XML"
  book.storeToURL(ConvertToURL(target), filter())
  book.close(True)
End Sub
</script:module>
`
