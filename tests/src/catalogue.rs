//! Every operation with a good request, and a scene in which all of them work: what the authorisation matrix, the budget
//! of calls and the events are made of.

mod events;
mod gateway;
mod ready;
mod row;
mod rows;
mod scene;
mod things;

pub use events::{Fired, Trigger, every_trigger, routes};
pub use ready::ready;
pub use row::{Audience, Kind, Row};
pub use rows::ROWS;
pub use scene::{Caller, Object, Prepared, Scene};
