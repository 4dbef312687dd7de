//! Killing the whole machine at random moments under load: every acknowledged write is there afterwards, once, and every
//! mail that was due has left at least once.
//!
//! Writers create, edit, assign, withdraw, write, upload and finish tasks over HTTP until the process dies under them.
//! What had no answer is asked again after the restart, with the same key. Each writer notes in a ledger what was
//! acknowledged; the verdict compares the ledger with what the API, the mailbox and the files on the disk say at the end.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a check fails by panicking, also outside a test function"
)]

mod chance;
mod control;
mod disk;
mod door;
mod ledger;
mod load;
mod machine;
mod mailbox;
mod office;
mod shared_task;
mod step;
mod verdict;

use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use futures::future::join_all;
use jiff::Timestamp;
use tempfile::TempDir;
use tokio::time::{sleep, timeout};

use chance::Chance;
use load::Writer;
use machine::Machine;
use office::Office;

/// How often the machine is killed.
const KILLS: u32 = 30;
/// How many write at once; each has a client of its own.
const WRITERS: usize = 6;
/// A life ends after at most so many answers, however fast the machine is …
const ANSWERS: u64 = 80;
/// … or so long, however slow it is.
const LONGEST_LIFE: Duration = Duration::from_millis(2_500);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_at_any_moment_it_loses_no_acknowledged_write_and_no_mail() {
    let seed = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().subsec_nanos();
    let _shown = ShownOnFailure(seed);
    let home = TempDir::new().unwrap();
    let machine = Machine::start(home.path());
    let office = office::open(&machine.door(), WRITERS).await;
    machine.kill();

    let mut chance = Chance::new(u64::from(seed));
    let mut writers: Vec<Writer> = (0..WRITERS).map(|number| Writer::new(number, chance.fork())).collect();
    let mut latest = Timestamp::MIN;
    for round in 0..KILLS {
        live(home.path(), &office, &mut writers, &mut chance, round, &mut latest).await;
    }

    let machine = Machine::start(home.path());
    let door = machine.door();
    join_all(writers.iter_mut().map(|writer| writer.catch_up(&door, &office))).await;
    let mails = control::settle(&door).await;
    verdict::every_write_is_there(&door, &office, &writers).await;
    let told = verdict::every_mail_has_left(&office, &writers, &mails);
    verdict::nobody_was_notified_twice(&door, &office, &writers).await;
    machine.kill();
    disk::is_sound_and_nothing_waits(home.path());
    assert!(told.doubled <= KILLS, "a kill doubles one mail at most: {told:?}");
    report(&writers, &told);
}

/// One life of the machine. What had no answer is asked again, then more is asked, until it dies. In every fourth life
/// time passes first, so that mails are due; every fourth ends when one of those has just left.
async fn live(
    home: &Path,
    office: &Office,
    writers: &mut [Writer],
    chance: &mut Chance,
    round: u32,
    latest: &mut Timestamp,
) {
    let machine = Machine::start(home);
    let door = machine.door();
    let now = control::now(&door).await.unwrap();
    assert!(now >= *latest, "time went back from {latest} to {now}");
    let answers = chance.below(ANSWERS);
    // Every third life ends while it still finds out what the one before left.
    let is_short = round.is_multiple_of(3);
    let pause = Duration::from_millis(if is_short { chance.between(50..600) } else { chance.below(50) });
    let seconds = chance.between(60..600);
    if round % 4 == 1 {
        let kill = async {
            // Of a machine that has none to send it is as good a moment.
            let _ = timeout(LONGEST_LIFE, control::mail_has_left(&door, latest)).await;
            sleep(pause).await;
            machine.kill();
        };
        // Whether it was answered or cut off, time has only gone on.
        let _ = tokio::join!(control::advance(&door, seconds), kill);
        return;
    }
    if round % 4 == 3 {
        *latest = control::advance(&door, seconds).await.unwrap();
    }
    let kill = async {
        if !is_short {
            // A machine that is too slow is killed all the same.
            let _ = timeout(LONGEST_LIFE, door.has_answered(answers)).await;
        }
        sleep(pause).await;
        machine.kill();
    };
    tokio::join!(join_all(writers.iter_mut().map(|writer| writer.work(&door, office))), kill);
}

/// Says how to come by the same choices again; the moments themselves are the machine's.
struct ShownOnFailure(u32);

impl Drop for ShownOnFailure {
    #[expect(clippy::print_stderr, reason = "whoever looks into a failure needs it")]
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("the seed was {}", self.0);
        }
    }
}

#[expect(clippy::print_stdout, reason = "how much was tried is part of the result")]
fn report(writers: &[Writer], told: &verdict::Told) {
    let total = |count: fn(&Writer) -> u32| writers.iter().map(count).sum::<u32>();
    println!(
        "{KILLS} kills, {} acknowledged writes, {} asked again; {} mails, {} doubled, {} promises of mail kept",
        total(|writer| writer.ledger.acknowledged),
        total(|writer| writer.ledger.asked_again),
        told.mails,
        told.doubled,
        told.promises,
    );
}
