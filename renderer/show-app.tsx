/** The application into #root, with the forms it knows and the styles of its frame. */
import { createRoot } from 'react-dom/client'
import { builtIn } from '../shared/templates/built-in.ts'
import { App } from './app.tsx'
import { handInTemplates } from './calls/templates.ts'
import './styles/base.css'
import './styles/buttons.css'
import './styles/shell.css'

handInTemplates(builtIn)

const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
