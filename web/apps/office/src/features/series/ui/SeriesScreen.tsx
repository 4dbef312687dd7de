import type { Series } from '@sild/api'
import { Link, useNavigate } from '@tanstack/react-router'
import { Pause, Play } from 'lucide-react'
import { formatDate, t } from '../../../shell/i18n'
import { useOfficeRule } from '../../../shell/officeSettings'
import { sentenceOf } from '../../../shell/problems'
import { QueryView } from '../../../shell/QueryView'
import { choiceWords } from '../../../shell/reminders/words'
import { useNextDate } from '../../../shell/seriesDates'
import { Badge } from '../../../ui/Badge'
import { Button, buttonClass } from '../../../ui/Button'
import { Card, Page, PageHead } from '../../../ui/Layout'
import { Notice } from '../../../ui/Notice'
import { Skeleton } from '../../../ui/States'
import { showToast } from '../../../ui/Toasts'
import { useSeries, useUpdateSeries } from '../api/series'
import { recurrenceNotes, recurrenceWords } from '../model/words'
import { DateList } from './NextDates'
import styles from './Series.module.css'
import { SeriesForm } from './SeriesForm'

/** One series: its rule, what it creates, pause and resume; `isEditing` shows the form for all that follow. */
export function SeriesScreen({ id, isEditing }: { id: string; isEditing: boolean }) {
  const series = useSeries(id)
  if (series.data)
    return isEditing ? <SeriesEdit series={series.data} /> : <SeriesView series={series.data} />
  return (
    <Page width="wide">
      <PageHead
        title={t('series.one')}
        above={
          <Link to="/series" activeOptions={{ exact: true }}>
            {t('series.heading')}
          </Link>
        }
      />
      <QueryView
        query={series}
        errorTitle={t('series.loadFailed')}
        skeleton={<Skeleton label={t('states.loading')} rows={5} isForm />}
      >
        {() => null}
      </QueryView>
    </Page>
  )
}

function Above({ series }: { series: Series }) {
  return (
    <>
      <Link to="/series" activeOptions={{ exact: true }}>
        {t('series.heading')}
      </Link>
      <span aria-hidden="true">/</span>
      <Link to="/clients/$client" params={{ client: series.client.id }}>
        {series.client.name}
      </Link>
    </>
  )
}

function SeriesView({ series }: { series: Series }) {
  const update = useUpdateSeries(series)
  const officeRule = useOfficeRule()
  const pause = (is_paused: boolean) =>
    update.mutate(
      { is_paused },
      {
        onSuccess: () => showToast({ text: is_paused ? t('series.pausedToast') : t('series.resumedToast') }),
        onError: (error) => showToast({ text: sentenceOf(error), tone: 'bad' }),
      },
    )

  return (
    <Page width="wide">
      <PageHead
        title={series.title}
        above={<Above series={series} />}
        below={
          series.is_paused ? (
            <Badge tone="warn" icon={<Pause />}>
              {t('series.paused')}
            </Badge>
          ) : (
            recurrenceWords(series.recurrence)
          )
        }
        actions={
          <>
            <Button isPending={update.isPending} onPress={() => pause(!series.is_paused)}>
              {series.is_paused ? (
                <Play size={15} aria-hidden="true" />
              ) : (
                <Pause size={15} aria-hidden="true" />
              )}
              {series.is_paused ? t('series.resume') : t('series.pause')}
            </Button>
            <Link
              to="/series/$series"
              params={{ series: series.id }}
              search={{ edit: true }}
              className={buttonClass({ variant: 'primary' })}
            >
              {t('series.editFollowing')}
            </Link>
          </>
        }
      />
      <div className={styles.columns}>
        <div className={styles.main}>
          {series.is_paused ? <Notice tone="warn">{t('series.pausedNote')}</Notice> : null}
          <Card title={t('series.when')}>
            <p className={styles.rhythm}>{recurrenceWords(series.recurrence)}</p>
            <ul className={styles.notes}>
              {recurrenceNotes(series.recurrence).map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          </Card>
          <Card title={t('series.description')}>
            {series.description === '' ? (
              <p className={styles.quiet}>{t('series.noDescription')}</p>
            ) : (
              <p className={styles.prose}>{series.description}</p>
            )}
          </Card>
          <Card title={t('reminders.title')}>
            <p className={styles.plain}>{choiceWords(series.reminders, officeRule)}</p>
          </Card>
          {series.checklist.length > 0 ? (
            <Card title={t('series.checklist')}>
              <ol className={styles.steps}>
                {series.checklist.map(({ text }, index) => (
                  // The steps of a series have no ids: each task gets its own.
                  // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list
                  <li key={index}>{text}</li>
                ))}
              </ol>
            </Card>
          ) : null}
        </div>
        <aside className={styles.side} aria-label={t('series.aside')}>
          <Card title={t('series.nextDates')}>
            {series.is_paused ? (
              <p className={styles.quiet}>{t('series.pausedDates')}</p>
            ) : (
              <DateList dates={series.next_dates} acts={<NextDateActs series={series} />} />
            )}
          </Card>
          <Card title={t('series.details')}>
            <dl className={styles.facts}>
              <div>
                <dt>{t('series.assignee')}</dt>
                <dd>{series.assignee?.name ?? t('series.nobody')}</dd>
              </div>
              <div>
                <dt>{t('series.toClient')}</dt>
                <dd>{yesNo(series.assign_to_client)}</dd>
              </div>
              <div>
                <dt>{t('series.mayTickShort')}</dt>
                <dd>{yesNo(series.client_may_tick)}</dd>
              </div>
              <div>
                <dt>{t('series.autoCompleteShort')}</dt>
                <dd>{yesNo(series.auto_complete)}</dd>
              </div>
              <div>
                <dt>{t('series.createdSoFar')}</dt>
                <dd>{series.created_count}</dd>
              </div>
            </dl>
          </Card>
        </aside>
      </div>
    </Page>
  )
}

/** The next date is left out, or its task created before it. */
function NextDateActs({ series }: { series: Series }) {
  const { skip, make, isPending } = useNextDate(series.id)
  const [next] = series.next_dates
  if (next === undefined) return null
  const decided = { nominal: next.nominal, on: next.date }
  const date = formatDate(next.date, 'full')
  return (
    <span className={styles.dateActs}>
      <Button
        size="small"
        aria-label={t('series.makeDate', { date })}
        isPending={isPending}
        onPress={() => make(decided)}
      >
        {t('series.make')}
      </Button>
      <Button
        size="small"
        aria-label={t('series.skipDate', { date })}
        isPending={isPending}
        onPress={() => skip(decided)}
      >
        {t('series.skip')}
      </Button>
    </span>
  )
}

function SeriesEdit({ series }: { series: Series }) {
  const update = useUpdateSeries(series)
  const navigate = useNavigate()
  const back = () => navigate({ to: '/series/$series', params: { series: series.id }, search: {} })
  return (
    <Page width="wide">
      <PageHead title={t('series.editTitle', { title: series.title })} above={<Above series={series} />} />
      <SeriesForm
        // What was written over an older state would undo what others have done since.
        keptAs={`series.${series.id}.${series.version}`}
        series={series}
        clientId={series.client.id}
        submitLabel={t('series.saveFollowing')}
        note={<Notice>{t('series.followingNote')}</Notice>}
        onCancel={() => void back()}
        onSubmit={async ({ client_id: _client, ...changes }, forget) => {
          await update.mutateAsync(changes)
          forget()
          showToast({ text: t('series.savedToast') })
          await back()
        }}
      />
    </Page>
  )
}

function yesNo(is: boolean): string {
  return is ? t('words.yes') : t('words.no')
}
