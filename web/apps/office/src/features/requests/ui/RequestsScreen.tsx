import { useState } from 'react'
import { ClientPicker } from '../../../shell/ClientPicker'
import { t } from '../../../shell/i18n'
import { Segmented } from '../../../ui/Choice'
import { Page, PageHead } from '../../../ui/Layout'
import { RequestList } from './RequestList'
import styles from './Requests.module.css'

type State = 'open' | 'finished'

/** The filters of the list, as they stand in the address. */
type RequestsSearch = { state?: State | undefined; client?: string | undefined }

type RequestsScreenProps = { search: RequestsSearch; onSearch: (search: RequestsSearch) => void }

/** What clients asked: open or finished, of all or of one. */
export function RequestsScreen({ search, onSearch }: RequestsScreenProps) {
  const state = search.state ?? 'open'
  const [isPicking, setPicking] = useState(search.client !== undefined)
  return (
    <Page width="wide">
      <PageHead title={t('requests.heading')} />
      <div className={styles.filters}>
        <Segmented
          label={t('tasks.filterWhose')}
          value={isPicking ? 'client' : 'all'}
          onChange={(whose) => {
            setPicking(whose === 'client')
            if (whose === 'all') onSearch({ state: search.state })
          }}
          options={[
            { value: 'all', label: t('requests.everyClient') },
            { value: 'client', label: t('tasks.byClient') },
          ]}
        />
        <StateFilter
          state={state}
          onState={(next) => onSearch({ ...search, state: next === 'open' ? undefined : next })}
        />
        {isPicking ? (
          <div className={styles.client}>
            <ClientPicker
              isLabelHidden
              label={t('tasks.filterClient')}
              value={search.client ?? null}
              onChange={(client) => {
                if (client !== null) onSearch({ ...search, client })
              }}
            />
          </div>
        ) : null}
      </div>
      <div className={styles.frame}>
        <RequestList filter={search.client === undefined ? { state } : { state, client_id: search.client }} />
      </div>
    </Page>
  )
}

/** One client's requests, as its card shows them. */
export function ClientRequests({ client }: { client: string }) {
  const [state, setState] = useState<State>('open')
  return (
    <>
      <div className={styles.filters}>
        <StateFilter state={state} onState={setState} />
      </div>
      <div className={styles.frame}>
        <RequestList filter={{ state, client_id: client }} />
      </div>
    </>
  )
}

function StateFilter({ state, onState }: { state: State; onState: (state: State) => void }) {
  return (
    <Segmented
      label={t('requests.filterState')}
      value={state}
      onChange={onState}
      options={[
        { value: 'open', label: t('requests.open') },
        { value: 'finished', label: t('requests.finished') },
      ]}
    />
  )
}
