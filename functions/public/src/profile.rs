//! What a mail's button changes of a profile.

pub mod confirm_email_change;
