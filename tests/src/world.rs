//! The world of one test.

use std::{
    fs,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use aws_smithy_runtime_api::client::http::SharedHttpClient;
use axum::Router;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use sild_app::{
    Config, Context, Entropy,
    portal_page::{ByLanguage, PortalPageFiles},
};
use sild_local::{ClockMode, Cloud, Mail, StreamDelivery, product};
use sild_store::Table;
use tempfile::TempDir;

use crate::{
    browser::{Browser, OFFICE_HOST},
    calls::{Call, Recorder},
    held::Held,
    lost::LosesAnswers,
    office::Office,
};

/// A Monday, 10:00 in Tallinn.
pub const START: &str = "2026-03-02T08:00:00Z";

/// What the edge would mark its requests with.
const ORIGIN_SECRET: &str = "the-secret-of-the-edge";

/// Bytes in a row instead of chance: ids made in one instant are in the order of their making, and runs repeat.
#[derive(Debug, Default)]
struct Counting(AtomicU64);

impl Entropy for Counting {
    fn fill(&self, bytes: &mut [u8]) {
        let n = self.0.fetch_add(1, Ordering::SeqCst).to_be_bytes();
        bytes.fill(0);
        let skip = bytes.len().saturating_sub(n.len());
        for (byte, counted) in bytes.iter_mut().skip(skip).zip(n.iter().skip(n.len().saturating_sub(8))) {
            *byte = *counted;
        }
    }
}

/// A cloud of its own, with the product on it.
#[derive(Clone)]
pub struct World {
    /// The cloud.
    pub cloud: Cloud,
    /// What use cases work with; for arranging through the store.
    pub cx: Context,
    router: Router,
    recorder: Recorder,
    held: Held,
    counting: Arc<Counting>,
    /// Where the cloud of a world that can be copied keeps everything.
    folder: Option<Arc<TempDir>>,
}

impl World {
    /// A new world at [`START`].
    pub async fn start() -> Self {
        Self::start_at(START.parse().unwrap()).await
    }

    /// A new world whose clock stands at this instant.
    pub async fn start_at(start: Timestamp) -> Self {
        Self::start_in(None, start, Counting::default()).await
    }

    /// A new world at [`START`] that can be copied.
    pub async fn start_copyable() -> Self {
        let folder = TempDir::new().unwrap();
        Self::start_in(Some(folder), START.parse().unwrap(), Counting::default()).await
    }

    /// A world in which everything is as it is here now, and which goes its own way from here.
    pub async fn copy(&self) -> Self {
        let folder = TempDir::new().unwrap();
        copy_files(self.folder.as_ref().unwrap().path(), folder.path());
        let counted = self.counting.0.load(Ordering::SeqCst);
        Self::start_in(Some(folder), self.cx.now(), Counting(AtomicU64::new(counted))).await
    }

    async fn start_in(folder: Option<TempDir>, start: Timestamp, counting: Counting) -> Self {
        let data = folder.as_ref().map(|folder| folder.path().to_owned());
        let options =
            product::cloud_options(data, ClockMode::Manual(start), StreamDelivery::OnSettle).unwrap();
        let cloud = Cloud::start(options).await.unwrap();
        Self::build(cloud, counting, folder.map(Arc::new)).await
    }

    /// The product on a cloud that is there already.
    pub async fn on(cloud: Cloud) -> Self {
        Self::build(cloud, Counting::default(), None).await
    }

    async fn build(cloud: Cloud, counting: Counting, folder: Option<Arc<TempDir>>) -> Self {
        let counting = Arc::new(counting);
        let portal_page = PortalPageFiles {
            page: include_str!("portal_page.html").to_owned(),
            styles: "main{margin:0}".to_owned(),
            login_form: by_language(login_form),
            first: by_language(|language| {
                format!("<main lang=\"{language}\"><ul>__SILD_TASKS__</ul></main>")
            }),
            signed_in: by_language(|language| format!("<link rel=\"modulepreload\" href=\"{language}.js\">")),
            worker: "// the worker".to_owned(),
        };
        let config = product::config(
            &cloud,
            format!("http://{OFFICE_HOST}"),
            "http://{slug}.localhost".to_owned(),
            portal_page,
            ORIGIN_SECRET.to_owned(),
        );
        let recorder = Recorder::new();
        let http_client = SharedHttpClient::new(recorder.clone());
        let entropy: Arc<dyn Entropy> = Arc::<Counting>::clone(&counting);
        let cx = product::context(&cloud, config, entropy, Some(http_client)).await;
        let mut application = product::application(&cx);
        let router = application.router.clone();
        let held = Held::default();
        application.jobs = held.before(application.jobs);
        cloud.attach(application).unwrap();
        Self { cloud, cx, router, recorder, held, counting, folder }
    }

    /// A browser without cookies, at the office app.
    #[must_use]
    pub fn browser(&self) -> Browser {
        Browser::new(self.router.clone(), OFFICE_HOST)
    }

    /// A browser of another world, with its cookies, in this one.
    pub(crate) fn browser_like(&self, other: &Browser) -> Browser {
        other.moved_to(self.router.clone())
    }

    /// A browser whose network address the edge vouches for.
    #[must_use]
    pub fn browser_from(&self, address: &str) -> Browser {
        self.browser()
            .with_header("x-origin-secret", ORIGIN_SECRET)
            .with_header("x-viewer-host", OFFICE_HOST)
            .with_header("x-viewer-address", address)
    }

    /// A browser at the office app of a deployment that decided otherwise.
    #[must_use]
    pub fn browser_with(&self, decide: impl FnOnce(&mut Config)) -> Browser {
        let mut config = Config::clone(&self.cx.config);
        decide(&mut config);
        let cx = Context { config: Arc::new(config), ..self.cx.clone() };
        Browser::new(product::application(&cx).router, OFFICE_HOST)
    }

    /// A browser at the office app of a deployment whose table is gone.
    #[must_use]
    pub fn browser_without_table(&self) -> Browser {
        let table = Table::new(self.dynamodb(), "gone");
        Browser::new(product::application(&Context { table, ..self.cx.clone() }).router, OFFICE_HOST)
    }

    /// An office with an owner, its portal active as `demo`.
    pub async fn office(&self) -> Office {
        self.office_named("Demo Office", "demo").await
    }

    /// Another office.
    pub async fn office_named(&self, name: &str, slug: &str) -> Office {
        Office::found(self, name, slug).await
    }

    /// What jobs work with while answers of SES are lost: those to the requests of these numbers, from 0.
    pub async fn losing_answers_of_ses(&self, lost: std::ops::Range<usize>) -> Context {
        let client = SharedHttpClient::new(LosesAnswers::new(lost));
        let config = Config::clone(&self.cx.config);
        let entropy = Arc::clone(&self.cx.entropy);
        product::context(&self.cloud, config, entropy, Some(client)).await
    }

    /// From now on these jobs do nothing when they are called: their events are kept.
    pub fn hold(&self, jobs: &[&'static str]) {
        self.held.hold(jobs);
    }

    /// The events that a held job was called with, first to last.
    #[must_use]
    pub fn events_of(&self, job: &str) -> Vec<Value> {
        self.held.events_of(job)
    }

    /// Calls a job as an operator does.
    ///
    /// # Errors
    /// What the job says.
    pub async fn call(&self, job: &str, event: Value) -> Result<Value, String> {
        let job = sild_jobs::JOBS.iter().find(|one| one.name == job).unwrap();
        job.call(self.cx.clone(), event, None).await
    }

    /// Lets everything happen that is due now.
    pub async fn settle(&self) {
        self.cloud.fire_due().await.unwrap();
    }

    /// Lets time pass, with everything that is due on the way.
    pub async fn advance(&self, duration: SignedDuration) {
        self.settle().await;
        self.cloud.advance(duration).await.unwrap();
    }

    /// Lets minutes pass.
    pub async fn advance_minutes(&self, minutes: i64) {
        self.advance(SignedDuration::from_mins(minutes)).await;
    }

    /// Lets days pass.
    pub async fn advance_days(&self, days: i64) {
        self.advance(SignedDuration::from_hours(24 * days)).await;
    }

    /// All mails that left, oldest first.
    #[must_use]
    pub fn mails(&self) -> Vec<Mail> {
        let mut mails = self.cloud.mails().unwrap();
        mails.reverse();
        mails
    }

    /// The mails to one address, oldest first.
    #[must_use]
    pub fn mails_to(&self, address: &str) -> Vec<Mail> {
        self.mails().into_iter().filter(|mail| mail.to == address).collect()
    }

    /// What was asked of AWS since the last time.
    #[must_use]
    pub fn take_calls(&self) -> Vec<Call> {
        self.recorder.take()
    }

    /// The whole table, in order of keys: for what must not have changed.
    pub async fn snapshot(&self) -> Vec<Value> {
        let mut pages = self.dynamodb().scan().table_name(product::TABLE).into_paginator().items().send();
        let mut items = Vec::new();
        while let Some(item) = pages.next().await {
            items.push(serde_dynamo::from_item::<_, Value>(item.unwrap()).unwrap());
        }
        items.sort_by_key(|item| json!([item["pk"], item["sk"]]).to_string());
        items
    }

    /// A client of the table that nobody counts.
    fn dynamodb(&self) -> aws_sdk_dynamodb::Client {
        let endpoints = self.cloud.endpoints();
        let sdk = endpoints.sdk_config(&endpoints.dynamodb).into_builder();
        let sdk = sdk.http_client(aws_smithy_http_client::Builder::new().build_http()).build();
        aws_sdk_dynamodb::Client::new(&sdk)
    }
}

/// Copies what a cloud keeps. Nobody writes into it meanwhile.
fn copy_files(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let (source, copy) = (entry.path(), to.join(entry.file_name()));
        if entry.file_type().unwrap().is_dir() {
            copy_files(&source, &copy);
        } else {
            fs::copy(source, copy).unwrap();
        }
    }
}

fn by_language(piece: impl Fn(&str) -> String) -> ByLanguage {
    ByLanguage { en: piece("en"), et: piece("et"), fi: piece("fi") }
}

/// The login form of a language, as short as it may be.
fn login_form(language: &str) -> String {
    format!(
        "<form lang=\"{language}\" method=\"post\" action=\"/api/portals/__SILD_SLUG__/login\">__SILD_NAME__\
         <input name=\"target\" value=\"__SILD_TARGET__\"></form>"
    )
}
