/** Whether a text without a label is the name of a budget unit, by how such names end. */

const ending =
  /(?:局|委|办|厅|院|所|站|校|中心|学校|幼儿园|委员会|办公室|政府|街道|法院|检察院|大队|支队|医院|协会|联合会|管理处|服务处|本级|机关)$/u
/** 镇 and 乡 end many words: only behind a code. */
const township = /[镇乡]$/u

export function isUnitName(text: string): boolean {
  return (
    text.length <= 40 &&
    !/[，,。；;：:]/u.test(text) &&
    (ending.test(text) || (township.test(text) && /\d{3}/u.test(text)))
  )
}
