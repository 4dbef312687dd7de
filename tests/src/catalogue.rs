//! Every operation with a good request, and a scene in which all of them work: what the authorisation matrix, the budget
//! of calls and the events are made of.

mod events;
mod gateway;
mod ready;
mod rows;
mod scene;

pub use events::{Fired, Trigger, every_trigger, routes};
pub use ready::ready;
pub use rows::{Audience, Kind, ROWS, Row};
pub use scene::{Caller, Object, Prepared, Scene};
