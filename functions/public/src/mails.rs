//! The links in mails that switch such mails off.

mod replies;
pub mod show_unsubscribe;
pub mod unsubscribe;
