/**
 * The forms that come with the program. A new form is one data file and one line here (and its golden drawing in tests/forms).
 * Only the entries that put a program together import this; everybody else is handed a registry.
 */
import { central2021 } from './central-2021.ts'
import { guangzhouPanyu2024 } from './guangzhou-panyu-2024.ts'
import { hebeiXinle2024 } from './hebei-xinle-2024.ts'
import { createRegistry } from './registry.ts'
import { xinjiangKorla2023 } from './xinjiang-korla-2023.ts'

export const builtIn = createRegistry([hebeiXinle2024, guangzhouPanyu2024, xinjiangKorla2023, central2021])
