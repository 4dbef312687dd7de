import type { Body } from '@sild/api'
import { useMutation } from '@tanstack/react-query'
import { answer, api, idempotent } from '../../../shell/api'

/** Asks for the table of clients. */
export const useExportClients = () =>
  useMutation({
    mutationFn: ({ body, key }: { body: Body<'export_clients'>; key: string }) =>
      answer(api.POST('/api/office/exports', { body, headers: idempotent(key) })),
  })
