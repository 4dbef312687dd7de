import type { PortalBranding } from '@sild/api'
import { derivePalette } from '@sild/brand'
import { branding } from '../../demo/demo.ts'
import type { PreviewTheme, PreviewValues } from './contract.ts'

/** What the server would say about an office that has saved these values. */
export async function brandingOf(values: PreviewValues): Promise<PortalBranding> {
  const { office, name, description, language, colour } = values
  const [icon, logo] = await Promise.all([pictureAt(values.icon), pictureAt(values.logo)])
  return {
    ...branding,
    office_name: office,
    portal_name: name,
    description: description === '' ? null : description,
    palette: derivePalette(colour) ?? branding.palette,
    icon,
    logo,
    language,
  }
}

/** The colours of the office by the names that the server's own style gives them. */
export function variablesOf(palette: PortalBranding['palette'], theme: PreviewTheme): Record<string, string> {
  const { link, brand_ui, on_brand_ui } = palette[theme]
  return {
    '--brand': palette.brand,
    '--on-brand': palette.on_brand,
    '--link': link.colour,
    '--brand-ui': brand_ui.colour,
    '--on-brand-ui': on_brand_ui,
  }
}

/** Paints the page: a policy without inline styles lets a script set what a style sheet would. */
export function paint(palette: PortalBranding['palette'], theme: PreviewTheme): void {
  const page = document.documentElement
  page.dataset.theme = theme
  for (const [name, colour] of Object.entries(variablesOf(palette, theme)))
    page.style.setProperty(name, colour)
}

type Picture = PortalBranding['icon']

const pictures = new Map<string, Promise<Picture>>()

/** A picture with its pixels, which the server knows of it; one that cannot be shown is none. */
function pictureAt(url: string | null): Promise<Picture> {
  if (url === null) return Promise.resolve(null)
  const had = pictures.get(url)
  if (had) return had
  const image = new Image()
  image.src = url
  const found = image.decode().then(
    () => ({ url, width: image.naturalWidth, height: image.naturalHeight }),
    () => null,
  )
  pictures.set(url, found)
  return found
}
