import type { Body, Template } from '@sild/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answer, api, idempotent, ifMatch, isProblem } from '../../../shell/api'
import { keys } from '../../../shell/query'

/** All sample tasks of the office: there are never more than fit into one answer. */
export function useTemplates() {
  return useQuery({
    queryKey: keys.templates,
    queryFn: () => answer(api.GET('/api/office/templates', { params: { query: { limit: 100 } } })),
  })
}

function useChanged() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: keys.templates })
}

/** Adds a sample task behind the others. */
export function useCreateTemplate() {
  const changed = useChanged()
  return useMutation({
    mutationFn: ({ body, key }: { body: Body<'create_template'>; key: string }) =>
      answer(api.POST('/api/office/templates', { body, headers: idempotent(key) })),
    onSuccess: changed,
  })
}

/** Changes a sample task for those who get it from now on. */
export function useUpdateTemplate() {
  const changed = useChanged()
  return useMutation({
    mutationFn: ({ template, body }: { template: Template; body: Body<'update_template'> }) =>
      answer(
        api.PATCH('/api/office/templates/{template}', {
          params: { path: { template: template.id }, header: ifMatch(template.version) },
          body,
        }),
      ),
    onSuccess: changed,
    onError: (error) => {
      if (isProblem(error, 'version_mismatch')) void changed()
    },
  })
}

/** Deletes a sample task; clients who have it keep it. One that is gone already is gone. */
export function useDeleteTemplate() {
  const changed = useChanged()
  return useMutation({
    mutationFn: async (template: Template) => {
      try {
        await answer(
          api.DELETE('/api/office/templates/{template}', { params: { path: { template: template.id } } }),
        )
      } catch (error) {
        if (!isProblem(error, 'not_found')) throw error
      }
    },
    onSuccess: changed,
  })
}
