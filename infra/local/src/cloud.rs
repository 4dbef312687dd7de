//! The cloud as one value: started, attached to the product, advanced and read.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::middleware;
use http::uri::Authority;
use jiff::{SignedDuration, Timestamp};
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::sync::{Notify, oneshot};
use tokio::task::AbortHandle;

use crate::application::{Application, ApplicationSlot};
use crate::clock::{ClockHandle, ClockMode};
use crate::endpoints::{Endpoints, KeyPair, REGION, require_key};
use crate::error::CloudError;
use crate::events::EventBus;
use crate::options::{CloudOptions, StreamDelivery};
use crate::scheduler::{OFFSET_SETTING, ScheduleView, SchedulerContext, Timekeeper};
use crate::state::{DeadLetter, Mail, State as Records};
use crate::stream::Streams;
use crate::table::Table;
use crate::{mail, objects, scheduler, table};

/// The longest that the clock moves in one step.
const LONGEST_ADVANCE: SignedDuration = SignedDuration::from_hours(24 * 366 * 10);

/// A running one-machine cloud. Clones share it; it stops when the last one is dropped.
#[derive(Clone)]
pub struct Cloud(Arc<Running>);

struct Running {
    bucket: String,
    endpoints: Endpoints,
    records: Records,
    application: ApplicationSlot,
    streams: Arc<Streams>,
    timekeeper: Arc<Timekeeper>,
    tasks: Mutex<Vec<AbortHandle>>,
    stop_engine: Mutex<Option<oneshot::Sender<()>>>,
    /// Keeps a second process out of the data folder.
    _lock: Option<File>,
    /// Removed with the cloud.
    _scratch: Option<TempDir>,
}

impl Drop for Running {
    fn drop(&mut self) {
        let tasks = self.tasks.get_mut().unwrap_or_else(std::sync::PoisonError::into_inner);
        for task in tasks.drain(..) {
            task.abort();
        }
        let stop = self.stop_engine.get_mut().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(stop) = stop.take() {
            // The engine may have ended before.
            let _ = stop.send(());
        }
    }
}

impl Cloud {
    /// Opens what is kept, then listens: the endpoints answer from here on, jobs wait for [`Cloud::attach`].
    pub async fn start(options: CloudOptions) -> Result<Self, CloudError> {
        let (folder, scratch) = if let Some(data) = &options.data {
            (data.clone(), None)
        } else {
            let scratch = TempDir::new().map_err(CloudError::file(std::env::temp_dir()))?;
            (scratch.path().to_owned(), Some(scratch))
        };
        let is_kept = options.data.is_some();
        fs_err::create_dir_all(&folder).map_err(CloudError::file(&folder))?;
        let lock = if is_kept { Some(lock(&folder)?) } else { None };
        let records =
            if is_kept { Records::open(&folder.join("cloud.sqlite"))? } else { Records::in_memory()? };
        let offset = records.setting(OFFSET_SETTING)?.and_then(|text| text.parse().ok()).unwrap_or(0);
        let clock = ClockHandle::new(options.clock, SignedDuration::from_millis(offset));
        let table_file: Option<PathBuf> = is_kept.then(|| folder.join("table.sqlite"));
        let table = Table::open(table_file.as_deref(), &options.table, options.ttl_attribute.as_deref())?;
        let pair = KeyPair::of(&records)?;
        let bucket = objects::router(&folder.join("objects"), &options.bucket, &pair, &records, is_kept)?;
        let application = ApplicationSlot::empty();
        let changed = Arc::new(Notify::new());
        let streams = Arc::new(Streams::new(
            table.clone(),
            records.clone(),
            application.clone(),
            clock.clone(),
            options.stream_consumers,
        )?);

        let bus = EventBus {
            records: records.clone(),
            clock: clock.clone(),
            rules: options.event_rules.into(),
            changed: Arc::clone(&changed),
        };
        let (engine, engine_task, stop_engine) = serve_engine(&table).await?;
        let services = Router::new()
            .merge(table::router(table.clone(), engine))
            .merge(mail::router(records.clone(), clock.clone(), bus))
            .merge(scheduler::router(SchedulerContext {
                records: records.clone(),
                clock: clock.clone(),
                group: options.schedule_group,
                changed: Arc::clone(&changed),
            }))
            .layer(middleware::from_fn_with_state(pair.clone(), require_key));
        let (services_url, services_task) = serve_router(services).await?;
        let (bucket_url, bucket_task) = serve_router(bucket).await?;

        let timekeeper = Arc::new(Timekeeper {
            next_expiry: Mutex::new(clock.now()),
            clock: clock.clone(),
            records: records.clone(),
            application: application.clone(),
            streams: Arc::clone(&streams),
            table,
            standing: options.standing_schedules,
            changed,
            turn: tokio::sync::Mutex::new(()),
        });
        let mut tasks = vec![engine_task, services_task, bucket_task];
        if options.delivery == StreamDelivery::Background {
            tasks.extend(streams.run());
        }
        if options.clock == ClockMode::Wall {
            tasks.push(tokio::spawn(Arc::clone(&timekeeper).drive()).abort_handle());
        }
        Ok(Self(Arc::new(Running {
            bucket: options.bucket,
            endpoints: Endpoints {
                dynamodb: services_url.clone(),
                s3: bucket_url,
                ses: services_url.clone(),
                scheduler: services_url,
                region: REGION.to_owned(),
                access_key_id: pair.id,
                secret_access_key: pair.secret,
            },
            records,
            application,
            streams,
            timekeeper,
            tasks: Mutex::new(tasks),
            stop_engine: Mutex::new(Some(stop_engine)),
            _lock: lock,
            _scratch: scratch,
        })))
    }

    /// The name of the bucket.
    pub(crate) fn bucket(&self) -> &str {
        &self.0.bucket
    }

    /// Where the services listen and what they take for a key.
    #[must_use]
    pub fn endpoints(&self) -> &Endpoints {
        &self.0.endpoints
    }

    /// The time that the product should see.
    #[must_use]
    pub fn clock(&self) -> ClockHandle {
        self.0.timekeeper.clock.clone()
    }

    /// Connects the product: from here on jobs run. With a wall clock, what was due while the machine was off
    /// fires now, in order.
    pub fn attach(&self, application: Application) -> Result<(), CloudError> {
        self.0.timekeeper.start()?;
        self.0.application.put(application);
        Ok(())
    }

    /// Waits until every stream record is dealt with, those that the jobs themselves write included.
    pub async fn settle(&self) -> Result<(), CloudError> {
        self.0.streams.settle().await
    }

    /// Fires all that is due by now, in order, and settles: what the wall clock does by itself.
    pub async fn fire_due(&self) -> Result<(), CloudError> {
        self.0.timekeeper.fire_due().await?;
        self.settle().await
    }

    /// Moves the clock by `duration` and answers the new time. Stands still at every due instant on the way,
    /// fires what is due there and settles before it goes on.
    pub async fn advance(&self, duration: SignedDuration) -> Result<Timestamp, CloudError> {
        if duration < SignedDuration::from_secs(1) || duration > LONGEST_ADVANCE {
            return Err(CloudError::Advance);
        }
        self.0.timekeeper.advance(duration).await
    }

    /// All mails that SES accepted, newest first.
    pub fn mails(&self) -> Result<Vec<Mail>, CloudError> {
        Ok(self.0.records.mails()?)
    }

    /// One mail, byte for byte as it was sent.
    pub fn raw_mail(&self, id: &str) -> Result<Option<Vec<u8>>, CloudError> {
        Ok(self.0.records.raw_mail(id)?)
    }

    /// All that waits for its time: schedules, standing schedules and retries, in the order in which they fire.
    pub fn schedules(&self) -> Result<Vec<ScheduleView>, CloudError> {
        self.0.timekeeper.waiting()
    }

    /// What failed for good, oldest first.
    pub fn dead_letters(&self) -> Result<Vec<DeadLetter>, CloudError> {
        Ok(self.0.records.dead_letters()?)
    }

    /// Calls a job directly, as a person would from the console.
    pub async fn invoke(&self, job: &str, event: serde_json::Value) -> Result<serde_json::Value, String> {
        self.0.application.invoke(job, event).await
    }

    pub(crate) fn mail(&self, id: &str) -> Result<Option<Mail>, CloudError> {
        Ok(self.0.records.mail(id)?)
    }

    pub(crate) fn mail_count(&self) -> Result<i64, CloudError> {
        Ok(self.0.records.mail_count()?)
    }

    pub(crate) fn application(&self) -> Option<Application> {
        self.0.application.get()
    }
}

/// Takes the folder for this process; the system gives it back when the process ends, however it ends.
fn lock(folder: &Path) -> Result<File, CloudError> {
    let path = folder.join("lock");
    let file = File::create(&path).map_err(CloudError::file(&path))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(CloudError::FolderInUse(folder.to_owned())),
        Err(TryLockError::Error(cause)) => Err(CloudError::file(path)(cause)),
    }
}

async fn listen() -> Result<TcpListener, CloudError> {
    let address = std::net::SocketAddr::from(([127, 0, 0, 1], 0));
    TcpListener::bind(address).await.map_err(|cause| CloudError::Listen { address, cause })
}

/// Starts the table's engine on an address of its own.
async fn serve_engine(table: &Table) -> Result<(Authority, AbortHandle, oneshot::Sender<()>), CloudError> {
    let listener = listen().await?;
    let address = listener.local_addr().map_err(CloudError::Serve)?;
    let authority = Authority::try_from(address.to_string()).map_err(CloudError::table)?;
    let (stop, stopped) = oneshot::channel();
    let database = table.database();
    let task = tokio::spawn(async move {
        let until = async {
            // A dropped sender stops it as well.
            let _ = stopped.await;
        };
        if let Err(cause) = dynoxide::server::serve_with_shutdown(listener, database, until).await {
            tracing::error!(%cause, "the table's engine stopped");
        }
    });
    Ok((authority, task.abort_handle(), stop))
}

async fn serve_router(router: Router) -> Result<(String, AbortHandle), CloudError> {
    use axum::serve::ListenerExt;
    let listener = listen().await?;
    let address = listener.local_addr().map_err(CloudError::Serve)?;
    let listener = listener.tap_io(|connection| {
        if let Err(cause) = connection.set_nodelay(true) {
            tracing::debug!(%cause, "a connection keeps its small delays");
        }
    });
    let task = tokio::spawn(async move {
        if let Err(cause) = axum::serve(listener, router).await {
            tracing::error!(%cause, "a service stopped");
        }
    });
    Ok((format!("http://{address}"), task.abort_handle()))
}
