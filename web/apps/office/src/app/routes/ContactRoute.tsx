import { getRouteApi } from '@tanstack/react-router'
import { ContactScreen } from '../../features/contacts/ui/ContactScreen'

const route = getRouteApi('/office/contacts/$contact')

/** `/contacts/{contact}`: the card of one. */
export function ContactRoute() {
  const { contact } = route.useParams()
  return <ContactScreen key={contact} id={contact} />
}
