//! The time of the one-machine cloud: the wall's with an offset, or a test's own.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::{SignedDuration, Timestamp};

/// How the time of a cloud starts and moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockMode {
    /// Follows the wall clock, plus what the clock was advanced by; the offset survives a restart.
    Wall,
    /// Stands still at the given instant and moves only when advanced.
    Manual(Timestamp),
}

/// The time that jobs, schedules and mails see. Signatures and cookies stay on the wall clock.
#[derive(Clone, Debug)]
pub struct ClockHandle(Arc<Mutex<Reading>>);

#[derive(Debug)]
struct Reading {
    is_manual: bool,
    offset: SignedDuration,
    /// Set in manual mode, and while an advance stands at a due instant.
    pinned: Option<Timestamp>,
}

impl ClockHandle {
    pub(crate) fn new(mode: ClockMode, offset: SignedDuration) -> Self {
        let (is_manual, pinned) = match mode {
            ClockMode::Wall => (false, None),
            ClockMode::Manual(start) => (true, Some(start)),
        };
        Self(Arc::new(Mutex::new(Reading { is_manual, offset, pinned })))
    }

    /// The instant that the product should take for now.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        let reading = self.reading();
        reading.pinned.unwrap_or_else(|| later(wall(), reading.offset))
    }

    /// Whether time stands still until it is advanced.
    #[must_use]
    pub fn is_manual(&self) -> bool {
        self.reading().is_manual
    }

    /// How far the clock stands before the wall clock.
    #[must_use]
    pub fn offset(&self) -> SignedDuration {
        let reading = self.reading();
        reading.pinned.map_or(reading.offset, |instant| self.offset_at(instant))
    }

    /// How far a clock that shows `instant` now stands before the wall clock.
    #[expect(clippy::unused_self, reason = "the wall is read through a clock only")]
    pub(crate) fn offset_at(&self, instant: Timestamp) -> SignedDuration {
        instant.duration_since(wall())
    }

    /// Stops the clock at `instant`, in either mode.
    pub(crate) fn pin(&self, instant: Timestamp) {
        self.reading().pinned = Some(instant);
    }

    /// Lets a wall clock run on from where it was pinned; a manual one stays there.
    pub(crate) fn release(&self) {
        let mut reading = self.reading();
        if let (false, Some(instant)) = (reading.is_manual, reading.pinned) {
            reading.offset = instant.duration_since(wall());
            reading.pinned = None;
        }
    }

    fn reading(&self) -> MutexGuard<'_, Reading> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// `instant` plus `duration`, held inside what a timestamp can say.
pub(crate) fn later(instant: Timestamp, duration: SignedDuration) -> Timestamp {
    instant.saturating_add(duration).unwrap_or(instant)
}

fn wall() -> Timestamp {
    Timestamp::now()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manual_clock_stands_still_until_it_is_pinned_elsewhere() {
        let start: Timestamp = "2026-03-01T09:00:00Z".parse().unwrap();
        let clock = ClockHandle::new(ClockMode::Manual(start), SignedDuration::ZERO);
        assert_eq!(clock.now(), start);
        let next = later(start, SignedDuration::from_secs(300));
        clock.pin(next);
        clock.release();
        assert_eq!(clock.now(), next);
    }

    #[test]
    fn a_wall_clock_runs_on_from_the_instant_it_was_released_at() {
        let clock = ClockHandle::new(ClockMode::Wall, SignedDuration::ZERO);
        let target = later(clock.now(), SignedDuration::from_hours(24));
        clock.pin(target);
        assert_eq!(clock.now(), target);
        clock.release();
        assert!(clock.now() >= target);
        assert!(clock.now() < later(target, SignedDuration::from_secs(60)));
        assert!(clock.offset() > SignedDuration::from_hours(23));
    }
}
