//! The one-machine cloud: DynamoDB, S3, SES v2 and EventBridge Scheduler on loopback addresses, for trying,
//! developing and testing. The product speaks to it over the wire, with the clients that it uses on AWS.

mod application;
mod aws_json;
mod clock;
mod cloud;
mod control;
mod endpoints;
mod error;
mod events;
mod front;
mod hosts;
mod mail;
mod objects;
mod options;
pub mod product;
mod scheduler;
mod state;
mod stream;
mod table;

pub use application::{Application, Jobs};
pub use clock::{ClockHandle, ClockMode};
pub use cloud::Cloud;
pub use control::control_router;
pub use endpoints::{ACCOUNT, Endpoints, REGION};
pub use error::CloudError;
pub use front::{
    EdgePolicy, FrontDoor, Mount, ORIGIN_SECRET, StaticSites, VIEWER_ADDRESS, VIEWER_HOST, bind,
    front_router, serve,
};
pub use options::{CloudOptions, EventRule, StandingSchedule, StreamConsumer, StreamDelivery};
pub use scheduler::ScheduleView;
pub use state::{DeadLetter, Mail};
pub use stream::{EventPattern, PatternError};
