//! Writes `events/` anew, a file per function: part of `make generate`.
//!
//! With a folder as its argument it writes there instead, for each function, the items of the table that its event finds:
//! what the rehearsal of the deployment starts from.

#![expect(clippy::unwrap_used, reason = "a file that cannot be written ends the program")]

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value;
use sild_tests::catalogue::every_trigger;

#[tokio::main]
async fn main() {
    let states = std::env::args_os().nth(1).map(PathBuf::from);
    let events = Path::new(env!("CARGO_MANIFEST_DIR")).join("../events");
    let folder = states.as_ref().unwrap_or(&events);
    if folder.exists() {
        fs::remove_dir_all(folder).unwrap();
    }
    fs::create_dir_all(folder).unwrap();
    for trigger in every_trigger() {
        let fired = Box::pin(trigger.arrange()).await;
        let content = if states.is_some() { Value::from(fired.world.snapshot().await) } else { fired.event };
        let text = serde_json::to_string_pretty(&content).unwrap();
        fs::write(folder.join(format!("{}.json", trigger.name())), text + "\n").unwrap();
    }
}
