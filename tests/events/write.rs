//! Writes `events/` anew: a file per function. Part of `make generate`.

#![expect(clippy::unwrap_used, reason = "a file that cannot be written ends the program")]

use std::{fs, path::Path};

use sild_tests::catalogue::every_trigger;

#[tokio::main]
async fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../events");
    fs::remove_dir_all(&folder).unwrap();
    fs::create_dir(&folder).unwrap();
    for trigger in every_trigger() {
        let fired = Box::pin(trigger.arrange()).await;
        let text = serde_json::to_string_pretty(&fired.event).unwrap();
        fs::write(folder.join(format!("{}.json", trigger.name())), text + "\n").unwrap();
    }
}
