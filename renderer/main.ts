/**
 * Entry of the page: asks for what the first page shows, and fetches the application meanwhile (vite.config.ts has the
 * browser fetch both at once). Small, because nothing of it runs before all of it is there.
 */
import { openLine } from './api.ts'
import { askEarly } from './ui/early-calls.ts'

openLine()
if (/^(#\/?|#\/projects)?$/.test(location.hash)) askEarly('projects.list', { deleted: false })
askEarly('settings.read', {})
void import('./show-app.tsx')
