//! The one-machine cloud through its own doors: the calls that the product makes, time, restarts, the front door.

mod contract;
mod restart;
mod streams;
mod support;
mod time;
