import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { LogOut, Monitor, Moon, Sun } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Avatar } from '../ui/Avatar'
import { Hidden } from '../ui/Layout'
import { Menu, MenuItem, MenuSeparator } from '../ui/Menu'
import { clearToasts, showToast } from '../ui/Toasts'
import { answer, api } from './api'
import { t } from './i18n'
import styles from './MemberMenu.module.css'
import { sentenceOf } from './problems'
import { useSession } from './session'
import { applyTheme, readTheme, type Theme } from './theme'

/** Who is signed in: the look of the app, and the way out. */
export function MemberMenu() {
  const { member } = useSession()
  const queries = useQueryClient()
  const router = useRouter()
  const [theme, setTheme] = useState<Theme>(readTheme)

  const choose = (next: Theme) => {
    applyTheme(next)
    setTheme(next)
  }
  const signOut = async () => {
    try {
      await answer(api.DELETE('/api/office/session'))
      queries.clear()
      sessionStorage.clear()
      clearToasts()
      await router.navigate({ to: '/sign-in' })
    } catch (error) {
      showToast({ text: sentenceOf(error), tone: 'bad' })
    }
  }

  return (
    <Menu
      label={t('member.menu')}
      placement="top start"
      header={
        <>
          <span className={styles.name}>{member.name}</span>
          <span className={styles.email}>{member.email}</span>
        </>
      }
      trigger={
        <Button className={clsx(styles.trigger)}>
          <Avatar name={member.name} />
          <span className={styles.triggerName}>
            <Hidden>{t('member.menu')}: </Hidden>
            {member.name}
          </span>
        </Button>
      }
    >
      <MenuItem
        icon={<Monitor size={15} />}
        isDisabled={theme === 'system'}
        onAction={() => choose('system')}
      >
        {t('theme.system')}
      </MenuItem>
      <MenuItem icon={<Sun size={15} />} isDisabled={theme === 'light'} onAction={() => choose('light')}>
        {t('theme.light')}
      </MenuItem>
      <MenuItem icon={<Moon size={15} />} isDisabled={theme === 'dark'} onAction={() => choose('dark')}>
        {t('theme.dark')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<LogOut size={15} />} onAction={() => void signOut()}>
        {t('member.signOut')}
      </MenuItem>
    </Menu>
  )
}
