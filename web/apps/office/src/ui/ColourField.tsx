import { clsx } from 'clsx'
import { useEffect, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { ColorArea } from 'react-aria-components/ColorArea'
import { type Color, ColorPicker, parseColor } from 'react-aria-components/ColorPicker'
import { ColorSlider, SliderTrack } from 'react-aria-components/ColorSlider'
import { ColorSwatch } from 'react-aria-components/ColorSwatch'
import { ColorSwatchPicker, ColorSwatchPickerItem } from 'react-aria-components/ColorSwatchPicker'
import { ColorThumb } from 'react-aria-components/ColorThumb'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import styles from './ColourField.module.css'
import { TextField } from './Field'
import { Popover } from './Popover'

type ColourFieldProps = {
  label: string
  /** `#rrggbb` in lower case. */
  value: string
  onChange: (hex: string) => void
  /** The names of the parts, spoken by screen readers. */
  labels: { open: string; area: string; hue: string; swatches: string }
  swatches: { hex: string; name: string }[]
  name?: string
  hint?: string | undefined
}

/** A colour: its hex value to type, and a picker with a few good beginnings. */
export function ColourField({ label, value, onChange, labels, swatches, name, hint }: ColourFieldProps) {
  const [typed, setTyped] = useState(value)
  // The hue of black, white and grey is nowhere in the hex, so the picker's own colour is kept beside it.
  const [colour, setColour] = useState<Color>(() => parseColor(value).toFormat('hsb'))

  useEffect(() => {
    setTyped(value)
    setColour((known) => (toHex(known) === value ? known : parseColor(value).toFormat('hsb')))
  }, [value])

  const pick = (next: Color) => {
    setColour(next)
    onChange(toHex(next))
  }

  return (
    <div className={styles.row}>
      <div className={styles.hex}>
        <TextField
          label={label}
          value={typed}
          onChange={(text) => {
            setTyped(text)
            const hex = readHex(text)
            if (hex !== null) onChange(hex)
          }}
          onBlur={() => setTyped(value)}
          spellCheck="false"
          autoComplete="off"
          hint={hint}
          {...(name ? { name } : {})}
        />
      </div>
      <ColorPicker value={colour} onChange={pick}>
        <DialogTrigger>
          <Button className={clsx(styles.open)} aria-label={labels.open}>
            <ColorSwatch className={clsx(styles.swatch)} />
          </Button>
          <Popover placement="bottom start">
            <Dialog aria-label={labels.open} className={clsx(styles.dialog)}>
              <ColorArea
                colorSpace="hsb"
                xChannel="saturation"
                yChannel="brightness"
                aria-label={labels.area}
                className={clsx(styles.area)}
              >
                <ColorThumb className={clsx(styles.thumb)} />
              </ColorArea>
              <ColorSlider
                colorSpace="hsb"
                channel="hue"
                aria-label={labels.hue}
                className={clsx(styles.slider)}
              >
                <SliderTrack className={clsx(styles.track)}>
                  <ColorThumb className={clsx(styles.thumb)} />
                </SliderTrack>
              </ColorSlider>
              <ColorSwatchPicker aria-label={labels.swatches} className={clsx(styles.swatches)}>
                {swatches.map((swatch) => (
                  <ColorSwatchPickerItem key={swatch.hex} color={swatch.hex} className={clsx(styles.item)}>
                    <ColorSwatch className={clsx(styles.swatch)} colorName={swatch.name} />
                  </ColorSwatchPickerItem>
                ))}
              </ColorSwatchPicker>
            </Dialog>
          </Popover>
        </DialogTrigger>
      </ColorPicker>
    </div>
  )
}

/** `#rrggbb` of what was typed (`abc`, `#AABBCC`, …), or null while it is not a colour. */
export function readHex(text: string): string | null {
  const found = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(text.trim())?.[1]?.toLowerCase()
  if (found === undefined) return null
  return found.length === 6 ? `#${found}` : `#${[...found].map((digit) => digit + digit).join('')}`
}

function toHex(colour: Color): string {
  return colour.toString('hex').toLowerCase()
}
