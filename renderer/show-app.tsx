/** The application into #root, with the styles of its frame. */
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import './styles/base.css'
import './styles/buttons.css'
import './styles/shell.css'

const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
