import { getRouteApi } from '@tanstack/react-router'
import { ContactsScreen } from '../../features/contacts/ui/ContactsScreen'

const route = getRouteApi('/office/contacts')

/** `/contacts`: everybody at the clients, the search in the address. */
export function ContactsRoute() {
  const filter = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <ContactsScreen
      filter={filter}
      onFilter={(search, isTyping = false) => void navigate({ search, replace: isTyping })}
    />
  )
}
