import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { LogOut, Monitor, Moon, Sun, UserRound } from 'lucide-react'
import type { RefObject } from 'react'
import { Menu, MenuItem, MenuSeparator } from '../ui/Menu'
import { clearToasts, showToast } from '../ui/Toasts'
import { useMedia } from '../ui/useMedia'
import { answer, api } from './api'
import { forgetAll } from './forget'
import { t } from './i18n'
import styles from './MemberMenu.module.css'
import { sentenceOf } from './problems'
import { useIsAdmin, useSession } from './session'
import { settingsEntries } from './settingsEntries'
import { applyTheme, readTheme } from './theme'

type MemberMenuListProps = { trigger: RefObject<HTMLElement | null>; onClose: () => void }

/** The look of the app, the person's account, and the way out. */
export function MemberMenuList({ trigger, onClose }: MemberMenuListProps) {
  const { member } = useSession()
  const queries = useQueryClient()
  const router = useRouter()
  const isAdmin = useIsAdmin()
  // Where the navigation has no room for the settings.
  const isNarrow = useMedia('(max-width: 860px)')
  const theme = readTheme()
  const mark = (look: typeof theme) => (look === theme ? t('theme.chosen') : undefined)

  const signOut = async () => {
    try {
      await answer(api.DELETE('/api/office/session'))
      queries.clear()
      forgetAll()
      clearToasts()
      await router.navigate({ to: '/sign-in' })
    } catch (error) {
      showToast({ text: sentenceOf(error), tone: 'bad' })
    }
  }

  return (
    <Menu
      label={t('member.menu')}
      trigger={trigger}
      onClose={onClose}
      placement="top start"
      header={
        <>
          <span className={styles.name}>{member.name}</span>
          <span className={styles.email}>{member.email}</span>
        </>
      }
    >
      <MenuItem icon={<Monitor size={15} />} chosen={mark('system')} onAction={() => applyTheme('system')}>
        {t('theme.system')}
      </MenuItem>
      <MenuItem icon={<Sun size={15} />} chosen={mark('light')} onAction={() => applyTheme('light')}>
        {t('theme.light')}
      </MenuItem>
      <MenuItem icon={<Moon size={15} />} chosen={mark('dark')} onAction={() => applyTheme('dark')}>
        {t('theme.dark')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<UserRound size={15} />} onAction={() => void router.navigate({ to: '/account' })}>
        {t('nav.account')}
      </MenuItem>
      {isNarrow
        ? settingsEntries(isAdmin).map(({ to, label, Icon }) => (
            <MenuItem key={label} icon={<Icon size={15} />} onAction={() => void router.navigate({ to })}>
              {label}
            </MenuItem>
          ))
        : null}
      <MenuItem icon={<LogOut size={15} />} onAction={() => void signOut()}>
        {t('member.signOut')}
      </MenuItem>
    </Menu>
  )
}
