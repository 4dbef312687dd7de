import type { Answer, Body, Contact, OfficeClient } from '@sild/api'
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, api, idempotent, ifMatch, isProblem } from '../api'
import { keys } from '../query'

/** A contact with all clients that the member works with. */
export type ContactCard = Answer<'get_contact'>

/** Adds a contact; an address that the office knows already is linked instead of doubled. */
export function useCreateContact(client: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ body, key }: { body: Body<'create_contact'>; key: string }) =>
      answer(
        api.POST('/api/office/clients/{client}/contacts', {
          params: { path: { client } },
          body,
          headers: idempotent(key),
        }),
      ),
    onSuccess: () => refresh(queries),
  })
}

/** Changes a contact, or gives and takes its access at this client. */
export function useUpdateContact(client: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, version, body }: { id: string; version: number; body: Body<'update_contact'> }) =>
      answer(
        api.PATCH('/api/office/clients/{client}/contacts/{contact}', {
          params: { path: { client, contact: id }, header: ifMatch(version) },
          body,
        }),
      ),
    onSuccess: (contact) => {
      queries.setQueryData(keys.client(client), (known: OfficeClient | undefined) =>
        known === undefined
          ? known
          : { ...known, contacts: known.contacts.map((one) => (one.id === contact.id ? contact : one)) },
      )
      queries.setQueryData(keys.contact(contact.id), (known: ContactCard | undefined) =>
        known === undefined ? known : withChange(known, client, contact),
      )
      void queries.invalidateQueries({ queryKey: keys.contacts })
      void queries.invalidateQueries({ queryKey: [...keys.tasks, 'one'] })
    },
    onError: (error) => {
      if (isProblem(error, 'version_mismatch')) refresh(queries)
    },
  })
}

/** Mails a contact an invitation to the client's portal, each time again. */
export function useInviteContact(client: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, key }: { id: string; key: string }) =>
      answer(
        api.POST('/api/office/clients/{client}/contacts/{contact}/invitation', {
          params: { path: { client, contact: id } },
          body: {},
          headers: idempotent(key),
        }),
      ),
    onSettled: () => refresh(queries),
  })
}

/** Takes a contact from a client; at their other clients they stay. */
export function useRemoveContact(client: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (contact: string) =>
      answer(
        api.DELETE('/api/office/clients/{client}/contacts/{contact}', {
          params: { path: { client, contact } },
        }),
      ),
    onMutate: (contact) =>
      queries.setQueryData(keys.client(client), (known: OfficeClient | undefined) =>
        known === undefined
          ? known
          : { ...known, contacts: known.contacts.filter(({ id }) => id !== contact) },
      ),
    onSettled: () => refresh(queries),
  })
}

/** Archives a contact at all their clients, or brings them back. */
export function useArchiveContact() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, isArchived }: { id: string; isArchived: boolean }) => {
      const request = { params: { path: { contact: id } }, body: {} }
      return answer(
        isArchived
          ? api.POST('/api/office/contacts/{contact}/archive', request)
          : api.POST('/api/office/contacts/{contact}/restore', request),
      )
    },
    onSuccess: (contact) => {
      queries.setQueryData(keys.contact(contact.id), contact)
      refresh(queries)
    },
  })
}

function withChange(known: ContactCard, client: string, contact: Contact): ContactCard {
  const { name, phone, language, version, has_access } = contact
  const clients = known.clients.map((one) => (one.id === client ? { ...one, has_access } : one))
  return { ...known, name, phone: phone ?? null, language, version, clients }
}

/** Everything that shows contacts asks again. */
function refresh(queries: QueryClient): void {
  void queries.invalidateQueries({ queryKey: keys.clients })
  void queries.invalidateQueries({ queryKey: keys.contacts })
}
