import { Button, type ButtonProps } from '../ui/Button'
import { areSingleKeysOn } from '../ui/singleKeys'
import { Tooltip, TooltipTrigger } from '../ui/Tooltip'
import { t } from './i18n'

/** A button whose work a single key does too; its tooltip says which, unless such keys are switched off. */
export function KeyButton({ shortcut, ...rest }: ButtonProps & { shortcut: string }) {
  if (!areSingleKeysOn()) return <Button {...rest} />
  return (
    <TooltipTrigger>
      <Button {...rest} ref={(button) => announceKey(button, shortcut)} />
      <Tooltip>{t('shortcuts.hint', { key: shortcut.toUpperCase() })}</Tooltip>
    </TooltipTrigger>
  )
}

/** Tells assistive technology which key does the same; react-aria takes no such attribute. */
export function announceKey(element: Element | null, shortcut: string): void {
  if (areSingleKeysOn()) element?.setAttribute('aria-keyshortcuts', shortcut)
}
