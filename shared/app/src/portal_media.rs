//! The pictures and the welcome video of a portal (S6, S11).
//!
//! They pass the same doors as files: declared, sent by the browser straight into the bucket, completed. Then a job looks at
//! what is in them. A picture is written anew, so that only its pixels come through; a video is taken as it is. What is taken
//! lies under `media/`, the only part of the bucket that anybody may read, under a name that its content decides.

mod check;
mod complete;
mod declare;
mod forget;
mod look_after;
mod picture;
mod remove;
mod video;
mod view;

pub use check::{CheckPortalMedia, check_portal_media};
pub use complete::complete_portal_media;
pub use declare::{NewMedia, declare_portal_media};
pub(crate) use forget::forget_objects;
pub(crate) use look_after::{arm_check, look_after};
pub use remove::remove_portal_media;
pub use view::{Picture, PortalMedia, PortalMediaState};
pub(crate) use view::{icon_of, icons_of, logo_of, video_of};
