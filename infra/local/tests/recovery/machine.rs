//! The binary as a person starts it, and its sudden end.

use std::fs::OpenOptions;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::Mutex;

use crate::door::Door;

/// A running `sild run`; it dies with this value.
pub(crate) struct Machine {
    process: Mutex<Child>,
    port: u16,
    /// Kept open, so that the process may go on printing.
    _printed: BufReader<ChildStdout>,
}

impl Machine {
    /// Starts it on the data in `home` and waits for the line that says its port.
    pub(crate) fn start(home: &Path) -> Self {
        let apps = home.join("apps");
        lay_apps(&apps);
        let log = OpenOptions::new().create(true).append(true).open(home.join("log")).unwrap();
        let mut process = Command::new(env!("CARGO_BIN_EXE_sild"))
            .args(["run", "--no-demo", "--port", "0"])
            .arg("--data")
            .arg(home.join("data"))
            .arg("--apps")
            .arg(&apps)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .unwrap();
        let mut printed = BufReader::new(process.stdout.take().unwrap());
        let mut line = String::new();
        printed.read_line(&mut line).unwrap();
        let Some(port) = line.trim().strip_prefix("ready on port ") else {
            panic!("it did not start: {line}{}", std::fs::read_to_string(home.join("log")).unwrap());
        };
        Self { port: port.parse().unwrap(), process: Mutex::new(process), _printed: printed }
    }

    pub(crate) fn door(&self) -> Door {
        Door::new(self.port)
    }

    /// Ends it as a power cut ends a process: it is told nothing and finishes nothing.
    pub(crate) fn kill(&self) {
        let mut process = self.process.lock().unwrap();
        process.kill().unwrap();
        process.wait().unwrap();
    }
}

impl Drop for Machine {
    fn drop(&mut self) {
        let process = self.process.get_mut().unwrap_or_else(std::sync::PoisonError::into_inner);
        // It may have ended before.
        let _ = process.kill();
        let _ = process.wait();
    }
}

/// What stands for the built apps, which are of no interest here.
fn lay_apps(apps: &Path) {
    std::fs::create_dir_all(apps.join("portal/dist")).unwrap();
    std::fs::create_dir_all(apps.join("office")).unwrap();
    std::fs::write(apps.join("portal/dist/index.html"), "<!doctype html>").unwrap();
    for language in sild_domain::Language::ALL {
        for piece in ["fallback", "first", "signed-in"] {
            std::fs::write(apps.join(format!("portal/dist/{piece}.{language}.html")), "").unwrap();
        }
    }
    for file in ["page.css", "worker.js"] {
        std::fs::write(apps.join("portal/dist").join(file), "").unwrap();
    }
    std::fs::write(apps.join("office/csp-hashes.json"), r#"{"styles":[]}"#).unwrap();
}
