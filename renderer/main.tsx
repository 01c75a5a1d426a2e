/** Entry of the page: styles, then the application into #root. */
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import './styles/base.css'
import './styles/shell.css'

const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
