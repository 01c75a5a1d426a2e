/**
 * Entry of the page: asks for what the first page shows, and fetches the application meanwhile (vite.config.ts has the
 * browser fetch both at once). Small, because nothing of it runs before all of it is there.
 */
import { openLine } from './api.ts'
import { askEarly } from './calls/early-calls.ts'

/** The line and the calls first: what runs when the application is there would hold them up. A program that does not answer is no reason to show nothing. */
const tried = Promise.race([openLine(), new Promise((late) => setTimeout(late, 500))])
if (/^(#\/?|#\/projects)?$/.test(location.hash)) askEarly('projects.list', { deleted: false })
askEarly('settings.read', {})
void tried.then(() => import('./show-app.tsx'))
