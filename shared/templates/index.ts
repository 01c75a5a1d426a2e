/** The forms this build knows. A new form is one data file and one line here (and its golden drawing in tests/forms). */
import { central2021 } from './central-2021.ts'
import { guangzhouPanyu2024 } from './guangzhou-panyu-2024.ts'
import { hebeiXinle2024 } from './hebei-xinle-2024.ts'
import type { Template } from './template.ts'
import { xinjiangKorla2023 } from './xinjiang-korla-2023.ts'

export const templates: readonly Template[] = [hebeiXinle2024, guangzhouPanyu2024, xinjiangKorla2023, central2021]

export function findTemplate(id: string): Template | undefined {
  return templates.find((template) => template.id === id)
}
