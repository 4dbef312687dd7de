//! Fires what is due, in order: by the wall clock in a running binary, step by step when the clock is advanced.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use tokio::sync::Notify;

use super::definition::{Definition, ScheduleView};
use super::fire::{event_of, job_of, schedule_arn, standing_event};
use crate::application::ApplicationSlot;
use crate::clock::{ClockHandle, later};
use crate::error::CloudError;
use crate::options::StandingSchedule;
use crate::state::{Fired, Invocation, State as Records, StoredSchedule};
use crate::stream::Streams;
use crate::table::Table;

/// The engine behind schedules, standing schedules, retries and expiry.
pub(crate) struct Timekeeper {
    pub(crate) clock: ClockHandle,
    pub(crate) records: Records,
    pub(crate) application: ApplicationSlot,
    pub(crate) streams: Arc<Streams>,
    pub(crate) table: Table,
    pub(crate) standing: Vec<StandingSchedule>,
    pub(crate) changed: Arc<Notify>,
    /// Held by whoever fires, so that nothing fires twice or out of order.
    pub(crate) turn: tokio::sync::Mutex<()>,
    /// When expired items are looked for next.
    pub(crate) next_expiry: Mutex<Timestamp>,
}

enum Due {
    Invocation(Box<Invocation>),
    Schedule(Box<StoredSchedule>),
    Standing(StandingSchedule),
}

/// Where the clock's offset is kept, in milliseconds.
pub(crate) const OFFSET_SETTING: &str = "clock_offset_millis";

/// The longest sleep of the wall driver: a machine that was asleep is noticed after at most this long.
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// How often expired items are looked for.
const EXPIRY_EVERY: SignedDuration = SignedDuration::from_hours(24);

/// In an advance, a standing schedule ticks at its own rate for this long after anything else happened …
const BUSY_FOR: SignedDuration = SignedDuration::from_mins(15);

/// … and at this rate while nothing does: a month has 8,928 five-minute ticks.
const QUIET_EVERY: SignedDuration = SignedDuration::from_hours(6);

impl Timekeeper {
    /// Puts the standing schedules on the clock; those that ask for it run at once.
    pub(crate) fn start(&self) -> Result<(), CloudError> {
        let now = self.clock.now();
        for schedule in &self.standing {
            let kept = self.records.standing_next(&schedule.name)?;
            let regular = later(now, every(schedule));
            let next = match kept {
                _ if schedule.at_start => now,
                Some(next) => next.min(regular),
                None => regular,
            };
            self.records.set_standing_next(&schedule.name, next)?;
        }
        *self.expiry() = now;
        self.changed.notify_one();
        Ok(())
    }

    /// Fires by the wall clock until the cloud is dropped.
    pub(crate) async fn drive(self: Arc<Self>) {
        if self.application.wait().await.is_none() {
            return;
        }
        loop {
            let wait = match self.fire_due().await {
                Ok(next) => next.map_or(LONGEST_WAIT, |next| {
                    Duration::try_from(next.duration_since(self.clock.now())).unwrap_or(Duration::ZERO)
                }),
                Err(cause) => {
                    tracing::error!(%cause, "due schedules cannot be read");
                    LONGEST_WAIT
                }
            };
            if let Err(cause) = self.remove_expired().await {
                tracing::error!(%cause, "expired items cannot be removed");
            }
            tokio::select! {
                () = tokio::time::sleep(wait.min(LONGEST_WAIT)) => {}
                () = self.changed.notified() => {}
            }
        }
    }

    /// Fires all that is due by now, in order, and answers when the next is.
    pub(crate) async fn fire_due(&self) -> Result<Option<Timestamp>, CloudError> {
        let _turn = self.turn.lock().await;
        loop {
            match self.earliest()? {
                Some((at, due)) if at <= self.clock.now() => {
                    self.fire(at, due).await?;
                }
                other => return Ok(other.map(|(at, _)| at)),
            }
        }
    }

    /// Moves the clock by `duration`, standing still at every due instant until all that it causes is done.
    pub(crate) async fn advance(&self, duration: SignedDuration) -> Result<Timestamp, CloudError> {
        let _turn = self.turn.lock().await;
        let start = self.clock.now();
        let target = later(start, duration);
        self.clock.pin(start);
        let outcome = self.step_to(start, target).await;
        if outcome.is_ok() {
            self.remove_expired().await?;
        }
        self.clock.release();
        self.keep_offset(self.clock.offset())?;
        self.changed.notify_one();
        outcome.map(|()| target)
    }

    async fn step_to(&self, start: Timestamp, target: Timestamp) -> Result<(), CloudError> {
        self.streams.settle().await?;
        let mut busy_at = start;
        while let Some((at, due)) = self.earliest()? {
            if at > target {
                break;
            }
            let instant = at.max(self.clock.now());
            self.stand_at(instant)?;
            let handed_over = self.streams.handed_over();
            let standing = if let Due::Standing(schedule) = &due { Some(schedule.clone()) } else { None };
            self.fire(instant, due).await?;
            self.streams.settle().await?;
            if standing.is_none() || handed_over != self.streams.handed_over() {
                busy_at = instant;
                self.thicken(instant)?;
            } else if let Some(schedule) = standing {
                self.thin_out(&schedule, busy_at, instant)?;
            }
        }
        self.thicken(target)?;
        self.stand_at(target)?;
        self.streams.settle().await
    }

    /// Removes expired items once a day: DynamoDB does it within days, and nothing may wait for it.
    async fn remove_expired(&self) -> Result<(), CloudError> {
        let now = self.clock.now();
        if *self.expiry() > now {
            return Ok(());
        }
        *self.expiry() = later(now, EXPIRY_EVERY);
        let table = self.table.clone();
        match tokio::task::spawn_blocking(move || table.remove_expired(now)).await {
            Ok(removed) => removed.map(drop),
            Err(ended) => Err(CloudError::table(ended)),
        }
    }

    /// Stops the clock at `instant`. It is on disk before anybody sees it, so that time does not go back when the process
    /// dies on the way.
    fn stand_at(&self, instant: Timestamp) -> Result<(), CloudError> {
        self.keep_offset(self.clock.offset_at(instant))?;
        self.clock.pin(instant);
        Ok(())
    }

    fn keep_offset(&self, offset: SignedDuration) -> Result<(), CloudError> {
        if self.clock.is_manual() {
            return Ok(());
        }
        let millis = offset.as_millis().saturating_add(1);
        Ok(self.records.set_setting(OFFSET_SETTING, &millis.to_string())?)
    }

    /// Puts the next tick of a schedule that has found nothing for a while further away.
    fn thin_out(
        &self,
        schedule: &StandingSchedule,
        busy_at: Timestamp,
        at: Timestamp,
    ) -> Result<(), CloudError> {
        if at.duration_since(busy_at) > BUSY_FOR && every(schedule) < QUIET_EVERY {
            let step = every(schedule).as_millis().max(1);
            let steps = QUIET_EVERY.as_millis().checked_div(step).unwrap_or(1);
            let away = i64::try_from(steps.saturating_mul(step)).unwrap_or(i64::MAX);
            self.records.set_standing_next(&schedule.name, later(at, SignedDuration::from_millis(away)))?;
        }
        Ok(())
    }

    /// Brings ticks that were put away back to the first of their grid after `at`.
    fn thicken(&self, at: Timestamp) -> Result<(), CloudError> {
        for schedule in &self.standing {
            let Some(next) = self.records.standing_next(&schedule.name)? else { continue };
            let step = every(schedule).as_millis().max(1);
            let ahead = next.duration_since(at).as_millis();
            let spare = ahead.saturating_sub(1).checked_div(step).unwrap_or(0);
            if spare > 0 {
                let back = i64::try_from(spare.saturating_mul(step)).unwrap_or(0);
                let nearer = later(next, SignedDuration::from_millis(back.saturating_neg()));
                self.records.set_standing_next(&schedule.name, nearer)?;
            }
        }
        Ok(())
    }

    /// What is due first; at one instant retries come before schedules, and standing ones last.
    fn earliest(&self) -> Result<Option<(Timestamp, Due)>, CloudError> {
        let mut found: Vec<(Timestamp, Due)> = Vec::new();
        if let Some(invocation) = self.records.first_invocation()? {
            found.push((invocation.due_at, Due::Invocation(Box::new(invocation))));
        }
        if let Some(schedule) = self.records.first_schedule()?
            && let Some(at) = schedule.next_at
        {
            found.push((at, Due::Schedule(Box::new(schedule))));
        }
        for schedule in &self.standing {
            if let Some(at) = self.records.standing_next(&schedule.name)? {
                found.push((at, Due::Standing(schedule.clone())));
            }
        }
        // `min_by_key` keeps the first of equals.
        Ok(found.into_iter().min_by_key(|(at, _)| *at))
    }

    async fn fire(&self, at: Timestamp, due: Due) -> Result<(), CloudError> {
        match due {
            Due::Invocation(invocation) => self.attempt(&invocation).await,
            Due::Schedule(schedule) => self.hand_over(&schedule),
            Due::Standing(schedule) => self.tick(at, &schedule).await,
        }
    }

    /// Makes an invocation of a due schedule and sets the schedule's next time.
    fn hand_over(&self, schedule: &StoredSchedule) -> Result<(), CloudError> {
        let scheduled_at = schedule.next_at.unwrap_or_else(|| self.clock.now());
        let definition: Definition = serde_json::from_str(&schedule.definition)
            .map_err(|cause| CloudError::Schedule(format!("{}: {cause}", schedule.name)))?;
        let next_at = definition.plan().ok().and_then(|plan| plan.next(scheduled_at));
        let fired = Fired {
            job: job_of(&definition.target.arn).unwrap_or_default(),
            input: definition.target.input.as_deref().unwrap_or("{}"),
            scheduled_at,
            max_retries: definition.max_retries(),
            max_age_seconds: definition.max_age_seconds(),
            next_at,
            is_last: next_at.is_none() && definition.is_deleted_afterwards(),
        };
        Ok(self.records.fire_schedule(schedule, &schedule_arn(&schedule.group, &schedule.name), &fired)?)
    }

    /// Calls the job once; a failure is tried again later, or set aside as dead.
    async fn attempt(&self, invocation: &Invocation) -> Result<(), CloudError> {
        let outcome = match event_of(invocation) {
            Ok(event) => self.application.invoke(&invocation.job, event).await,
            Err(unreadable) => Err(unreadable),
        };
        let Err(error) = outcome else {
            return Ok(self.records.end_invocation(invocation.number)?);
        };
        let now = self.clock.now();
        let attempt = invocation.attempt.saturating_add(1);
        let again_at = later(now, backoff(invocation.attempt));
        let dies_at = later(invocation.scheduled_at, SignedDuration::from_secs(invocation.max_age_seconds));
        if attempt > invocation.max_retries || again_at > dies_at {
            tracing::warn!(job = invocation.job, %error, "a scheduled job failed for good");
            self.records.bury("schedule", &invocation.job, &invocation.input, &error, now)?;
            self.records.end_invocation(invocation.number)?;
        } else {
            tracing::warn!(job = invocation.job, %error, attempt, "a scheduled job failed and is tried again");
            self.records.retry_invocation(invocation.number, attempt, again_at)?;
        }
        Ok(())
    }

    /// Calls a standing schedule's job; its next tick is its retry.
    async fn tick(&self, at: Timestamp, schedule: &StandingSchedule) -> Result<(), CloudError> {
        let now = self.clock.now();
        let step = every(schedule);
        let planned = later(at, step);
        // Ticks that were missed while the machine was off are one tick.
        let next = if planned > now { planned } else { later(now, step) };
        self.records.set_standing_next(&schedule.name, next)?;
        if let Err(error) = self.application.invoke(&schedule.job, standing_event(&schedule.name, at)).await {
            tracing::warn!(job = schedule.job, %error, "a standing job failed");
        }
        Ok(())
    }

    /// All that waits, in the order in which it fires.
    pub(crate) fn waiting(&self) -> Result<Vec<ScheduleView>, CloudError> {
        let mut views = Vec::new();
        for one in self.records.invocations()? {
            views.push(ScheduleView {
                kind: "retry",
                expression: format!("attempt {} of {}", one.attempt, one.max_retries.saturating_add(1)),
                name: one.schedule,
                timezone: "UTC".into(),
                next_at: Some(one.due_at),
                job: one.job,
                input: one.input,
            });
        }
        for one in self.records.schedules()? {
            let Ok(definition) = serde_json::from_str::<Definition>(&one.definition) else { continue };
            views.push(ScheduleView {
                kind: "schedule",
                name: one.name,
                timezone: definition.timezone().to_owned(),
                next_at: one.next_at,
                job: job_of(&definition.target.arn).unwrap_or_default().to_owned(),
                input: definition.target.input.unwrap_or_else(|| "{}".into()),
                expression: definition.schedule_expression,
            });
        }
        for schedule in &self.standing {
            views.push(ScheduleView {
                kind: "standing",
                name: schedule.name.clone(),
                expression: format!("every {} s", schedule.every.as_secs()),
                timezone: "UTC".into(),
                next_at: self.records.standing_next(&schedule.name)?,
                job: schedule.job.clone(),
                input: "{}".into(),
            });
        }
        views.sort_by_key(|view| (view.next_at.is_none(), view.next_at));
        Ok(views)
    }

    fn expiry(&self) -> std::sync::MutexGuard<'_, Timestamp> {
        self.next_expiry.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn every(schedule: &StandingSchedule) -> SignedDuration {
    SignedDuration::try_from(schedule.every).unwrap_or(SignedDuration::MAX)
}

/// 15 s, 30 s, 1 min … 15 min.
fn backoff(attempts_made: u32) -> SignedDuration {
    let factor = 2_i64.saturating_pow(attempts_made.min(6));
    SignedDuration::from_secs(factor.saturating_mul(15).min(900))
}
