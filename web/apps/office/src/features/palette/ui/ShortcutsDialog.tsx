import { useState } from 'react'
import { t } from '../../../shell/i18n'
import { Button } from '../../../ui/Button'
import { Switch } from '../../../ui/Choice'
import { Dialog, DialogBody, DialogFoot } from '../../../ui/Dialog'
import { areSingleKeysOn, setSingleKeys } from '../../../ui/singleKeys'
import styles from './Palette.module.css'

/** All keys, and the switch for those that are single letters. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const [isOn, setOn] = useState(areSingleKeysOn)
  const groups = [
    {
      title: t('shortcuts.everywhere'),
      keys: [
        [t('shortcuts.keys.palette'), t('shortcuts.palette')],
        [t('shortcuts.keys.help'), t('shortcuts.help')],
      ],
    },
    {
      title: t('shortcuts.lists'),
      keys: [
        [t('shortcuts.keys.next'), t('shortcuts.next')],
        [t('shortcuts.keys.open'), t('shortcuts.open')],
        [t('shortcuts.keys.done'), t('shortcuts.done')],
        [t('shortcuts.keys.reply'), t('shortcuts.reply')],
      ],
    },
    {
      title: t('shortcuts.screen'),
      keys: [
        [t('shortcuts.keys.reply'), t('shortcuts.answer')],
        [t('shortcuts.keys.done'), t('shortcuts.settle')],
        [t('shortcuts.keys.assignee'), t('shortcuts.assignee')],
        [t('shortcuts.keys.next'), t('shortcuts.neighbours')],
        [t('shortcuts.keys.back'), t('shortcuts.back')],
      ],
    },
    {
      title: t('shortcuts.clients'),
      keys: [
        [t('shortcuts.keys.enter'), t('shortcuts.enter')],
        [t('shortcuts.keys.select'), t('shortcuts.select')],
        [t('shortcuts.keys.all'), t('shortcuts.all')],
        [t('shortcuts.keys.task'), t('shortcuts.task')],
      ],
    },
    { title: t('shortcuts.writing'), keys: [[t('shortcuts.keys.send'), t('shortcuts.send')]] },
  ]
  return (
    <Dialog title={t('shortcuts.title')} closeLabel={t('actions.close')} isOpen onClose={onClose}>
      <DialogBody>
        {groups.map(({ title, keys }) => (
          <section key={title} aria-label={title}>
            <h3 className={styles.group}>{title}</h3>
            <dl className={styles.shortcuts}>
              {keys.map(([key, words]) => (
                <div key={key}>
                  <dt>
                    <kbd className={styles.keys}>{key}</kbd>
                  </dt>
                  <dd>{words}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <Switch
          isSelected={isOn}
          onChange={(next) => {
            setOn(next)
            setSingleKeys(next)
          }}
          note={t('shortcuts.singleNote')}
        >
          {t('shortcuts.single')}
        </Switch>
      </DialogBody>
      <DialogFoot>
        <Button variant="primary" onPress={onClose}>
          {t('actions.close')}
        </Button>
      </DialogFoot>
    </Dialog>
  )
}
