import '@sild/tokens/tokens.css'
import '@sild/tokens/reset.css'
import '../features/login/ui/login.css'
import '../app/app.css'
import './preview.css'
import { keepInside } from './inside.ts'
import { startPreview } from './preview.tsx'

const root = document.getElementById('root')
if (root) keepInside(startPreview(root).answer)
