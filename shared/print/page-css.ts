/**
 * The look of printed pages, on paper and on screen. Each page is a section of exactly one A4 sheet with its margins
 * inside, so that a browser prints one sheet a section, portrait and landscape mixed. Lines wrap and cells are padded as
 * row-height.ts measures them. Scoped to `.jibiao-page`, so that the program's own pages can show thumbnails with it. Containment
 * lets a browser skip the other sheets while it paints one; without it, 1,000 tables take twice the time.
 */
import { cellPaddingMm, lineHeight, verticalPaddingPt } from '../layout/row-height.ts'

/** Width of table lines; collapsed borders take half of it inside each cell. */
const borderPt = 0.75
const paddingBlock = `${(verticalPaddingPt - borderPt) / 2}pt`
const paddingInline = `calc(${cellPaddingMm}mm - ${borderPt / 2}pt)`

const serif = "SimSun,NSimSun,'Songti SC','Noto Serif CJK SC','Source Han Serif SC',serif"

/** East-Asian font family of a style → class and families; each falls back to what Linux and macOS have. */
export const fonts: Record<string, { name: string; families: string }> = {
  宋体: { name: 'song', families: `宋体,${serif}` },
  黑体: { name: 'hei', families: "黑体,SimHei,'Heiti SC','Noto Sans CJK SC','Source Han Sans SC',sans-serif" },
  仿宋: { name: 'fang', families: `仿宋,FangSong,仿宋_GB2312,FangSong_GB2312,STFangsong,${serif}` },
  仿宋_GB2312: { name: 'fang', families: '' },
  楷体: { name: 'kai', families: `楷体,KaiTi,楷体_GB2312,STKaiti,${serif}` },
  方正小标宋简体: {
    name: 'biao',
    families: `方正小标宋简体,FZXiaoBiaoSong-B05S,方正小标宋_GBK,${serif};font-weight:bold`,
  },
}

const fontRules = Object.values(fonts)
  .filter(({ families }) => families !== '')
  .map(({ name, families }) => `.jibiao-page .${name}{font-family:${families}}`)

/** Style sheet for `renderPage` anywhere. */
export const pageCss = `
.jibiao-page{contain:strict;position:relative;box-sizing:border-box;background:#fff;color:#000;font-family:${serif};font-size:10.5pt;line-height:${lineHeight}}
.jibiao-page.portrait{width:210mm;height:297mm}
.jibiao-page.landscape{width:297mm;height:210mm}
.jibiao-page table{border-collapse:collapse;table-layout:fixed;margin:0 auto}
.jibiao-page td{box-sizing:border-box;padding:${paddingBlock} ${paddingInline};border:0 solid #000;white-space:pre-wrap;word-break:normal;overflow-wrap:anywhere;tab-size:1;text-align:left;vertical-align:middle;font-weight:normal}
.jibiao-page td.line{border-width:${borderPt}pt}
.jibiao-page .bold{font-weight:bold}
.jibiao-page .center{text-align:center}
.jibiao-page .balance{text-wrap:balance}
.jibiao-page .right{text-align:right}
.jibiao-page .top{vertical-align:top}
.jibiao-page .bottom{vertical-align:bottom}
.jibiao-page footer{position:absolute;left:0;right:0;text-align:center;font-size:9pt;line-height:12pt}
.jibiao-page footer span{position:absolute;right:20mm}
.jibiao-page h2.hidden{position:absolute;width:1px;height:1px;margin:0;overflow:hidden;white-space:nowrap;font-size:1px;color:transparent}
.jibiao-page .cover{position:absolute;left:25mm;right:25mm;text-align:center;overflow-wrap:anywhere}
.jibiao-page h1.cover{top:82mm;margin:0;font-size:30pt;line-height:1.5}
.jibiao-page p.cover{top:200mm;margin:0;font-size:16pt;line-height:2}
.jibiao-page .contents{position:absolute;inset:25mm 25mm 20mm;font-size:12pt}
.jibiao-page .contents h1{margin:0 0 8mm;font-size:20pt;font-weight:normal;line-height:1.5;text-align:center}
.jibiao-page .contents a{display:flex;color:inherit;text-decoration:none;line-height:20pt}
.jibiao-page .contents a b{flex:0 1 auto;font-weight:normal;overflow-wrap:anywhere}
.jibiao-page .contents a i{flex:1 1 8mm;min-width:8mm;margin:0 2mm 6pt;border-bottom:1pt dotted #000;align-self:flex-end}
.jibiao-page .contents a u{flex:none;align-self:flex-end;text-decoration:none}
${fontRules.join('\n')}
`

/** What only a document of its own needs: one sheet a page when printed, grey around the sheets on screen. */
export const documentCss = `
@page{margin:0}
@page portrait{size:A4 portrait;margin:0}
@page landscape{size:A4 landscape;margin:0}
html,body{margin:0;padding:0}
.jibiao-page.portrait{page:portrait}
.jibiao-page.landscape{page:landscape}
@media print{.jibiao-page{break-after:page}.jibiao-page:last-child{break-after:auto}}
@media screen{body{background:#e6e6e6}.jibiao-page{margin:8mm auto;box-shadow:0 1px 6px rgba(0,0,0,.3)}}
`
