//! Who writes: one thing after the other, until the machine dies.

use crate::chance::Chance;
use crate::door::Door;
use crate::ledger::{Author, End, Ledger, Task};
use crate::office::Office;
use crate::step::{Asking, Step};

/// The longest file, in bytes.
const FILE_MAX: u64 = 20_000;

/// Somebody who writes for one client.
pub(crate) struct Writer {
    number: usize,
    chance: Chance,
    pub(crate) ledger: Ledger,
    /// What had no answer.
    pending: Option<Step>,
    steps: u32,
}

impl Writer {
    pub(crate) fn new(number: usize, chance: Chance) -> Self {
        Self { number, chance, ledger: Ledger::default(), pending: None, steps: 0 }
    }

    /// Asks again what had no answer, then goes on until there is no answer.
    pub(crate) async fn work(&mut self, door: &Door, office: &Office) {
        loop {
            let is_repeat = self.pending.is_some();
            let step = self.pending.take().unwrap_or_else(|| self.choose());
            let asking = Asking { door, office, client: &office.clients[self.number], is_repeat };
            if asking.take(&step, &mut self.ledger).await.is_err() {
                self.pending = Some(step);
                return;
            }
        }
    }

    /// Asks again what had no answer, of a machine that stays alive.
    pub(crate) async fn catch_up(&mut self, door: &Door, office: &Office) {
        if let Some(step) = self.pending.take() {
            let asking = Asking { door, office, client: &office.clients[self.number], is_repeat: true };
            asking.take(&step, &mut self.ledger).await.unwrap();
        }
    }

    fn choose(&mut self) -> Step {
        self.steps += 1;
        // Unique over all writers, and a key.
        let key = format!("w{}-step-{:05}", self.number, self.steps);
        let wish = self.chance.below(100);
        let step = match wish {
            0..14 => self.task(|_| true).map(|task| {
                let title = format!("{} {key}", self.ledger.tasks[task].mark);
                Step::Retitle { task, title }
            }),
            14..34 => self.task(|task| !task.is_assigned()).map(|task| Step::Assign { task }),
            34..44 => self.task(|task| task.end() == Some(End::Stands)).map(|task| Step::Withdraw { task }),
            44..50 => self.task(|task| task.end() == Some(End::Stands)).map(|task| Step::Finish { task }),
            50..56 => self.write(Author::Internal, &key),
            56..62 => self.write(Author::Member, &key),
            62..66 => self.write(Author::Contact, &key),
            66..74 => self.task(|_| true).map(|task| {
                let length = self.chance.between(1..FILE_MAX);
                Step::Upload { task, bytes: self.chance.bytes(length), key: key.clone() }
            }),
            74..78 => Some(Step::WriteShared { text: format!("Shared {key}"), key: key.clone() }),
            78..82 => Some(Step::RetitleShared { title: format!("Shared {key}") }),
            _ => None,
        };
        step.unwrap_or_else(|| Step::Create { mark: format!("Task {key}."), key })
    }

    fn write(&mut self, by: Author, key: &str) -> Option<Step> {
        let task = self.task(|task| by == Author::Internal || task.is_assigned())?;
        Some(Step::Write { task, by, text: format!("Text {key}"), key: key.to_owned() })
    }

    /// Some task of which this is true.
    fn task(&mut self, is_fit: impl Fn(&Task) -> bool) -> Option<usize> {
        let fit: Vec<usize> = self
            .ledger
            .tasks
            .iter()
            .enumerate()
            .filter(|(_, task)| is_fit(task))
            .map(|(place, _)| place)
            .collect();
        self.chance.of(&fit)
    }
}
