//! Every operation with a good request, and a scene in which all of them work: what the authorisation matrix, the budget
//! of calls and the events are made of.

mod rows;
mod scene;

pub use rows::{Audience, Kind, ROWS, Row};
pub use scene::{Caller, Object, Prepared, Scene};
