import '@sild/tokens/tokens.css'
import '@sild/tokens/reset.css'
import './app/first.css'
import './features/login/ui/login.css'
import { start } from './start.ts'

// The one script of the page. It stays small, so that the login is there at once.
void start()
