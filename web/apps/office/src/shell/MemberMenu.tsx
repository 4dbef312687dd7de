import { clsx } from 'clsx'
import { lazy, Suspense, useRef, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Avatar } from '../ui/Avatar'
import { Hidden } from '../ui/Layout'
import { t } from './i18n'
import styles from './MemberMenu.module.css'
import { useSession } from './session'

const load = () => import('./MemberMenuList')
const MemberMenuList = lazy(() => load().then((m) => ({ default: m.MemberMenuList })))

/** Who is signed in. The menu behind it comes when it is first wanted. */
export function MemberMenu() {
  const { member } = useSession()
  const [isOpen, setOpen] = useState(false)
  const trigger = useRef<HTMLButtonElement>(null)
  return (
    <>
      <Button
        ref={trigger}
        className={clsx(styles.trigger)}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onHoverStart={() => void load()}
        onPress={() => setOpen(true)}
      >
        <Avatar name={member.name} />
        <span className={styles.triggerName}>
          <Hidden>{t('member.menu')}: </Hidden>
          {member.name}
        </span>
      </Button>
      {isOpen ? (
        <Suspense fallback={null}>
          <MemberMenuList trigger={trigger} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
