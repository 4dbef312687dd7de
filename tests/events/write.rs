//! Writes `events/` anew, a file per function: part of `make generate`.
//!
//! With a folder as its argument it writes there instead, for each function, the items of the table that its event finds:
//! what the rehearsal of the deployment starts from.

#![expect(clippy::unwrap_used, reason = "a file that cannot be written ends the program")]

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
    thread,
};

use futures::{StreamExt as _, stream};
use serde_json::Value;
use sild_tests::catalogue::{Scene, Trigger, every_trigger};

#[tokio::main]
async fn main() {
    let states = std::env::args_os().nth(1).map(PathBuf::from);
    let events = Path::new(env!("CARGO_MANIFEST_DIR")).join("../events");
    let folder = states.as_ref().unwrap_or(&events).clone();
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    fs::create_dir_all(&folder).unwrap();
    let is_state = states.is_some();
    let at_once = thread::available_parallelism().unwrap().get();
    let scene = Arc::new(Box::pin(Scene::arrange()).await);
    let written = stream::iter(every_trigger())
        .map(|trigger| tokio::spawn(write(Arc::clone(&scene), trigger, is_state, folder.clone())))
        .buffer_unordered(at_once);
    written.for_each(async |done| done.unwrap()).await;
}

async fn write(scene: Arc<Scene>, trigger: Trigger, is_state: bool, folder: PathBuf) {
    let fired = Box::pin(trigger.arrange(&scene)).await;
    let content = if is_state { Value::from(fired.world.snapshot().await) } else { fired.event };
    let text = serde_json::to_string_pretty(&content).unwrap();
    fs::write(folder.join(format!("{}.json", trigger.name())), text + "\n").unwrap();
}
