//! The rules and words of Sild: ids, parsed texts, task states, recurrence, policies.
//!
//! Everything here is pure. No I/O, no clock, no randomness: an instant or random bytes are
//! arguments. Each error enum has `code()`, the stable word that API answers carry, and its
//! message begins with that code (see [`field_code`]).

mod address;
pub mod colour;
mod device;
mod field_code;
mod files;
mod ids;
pub mod import;
mod language;
pub mod login;
pub mod media;
mod month;
mod profile;
pub mod recurrence;
mod reminders;
mod request;
mod roles;
mod slug;
pub mod task;
mod text;
mod thread;
mod time_zone;
mod topic;
mod trace;

pub use address::AddressState;
pub use colour::{Colour, DerivedColour, InvalidColour, Palette, SchemeColours};
pub use device::device_words;
pub use field_code::{FIELD_CODES, field_code};
pub use files::{FileError, FileSize, THREAD_FILE_MAX_BYTES, Visibility};
pub use ids::*;
pub use language::Language;
pub use media::{
    MediaRefusal, MediaSizeError, MediaTypeError, PictureKind, PictureSize, PictureType, VideoSize, VideoType,
};
pub use month::{Month, MonthError};
pub use profile::{PROFILE_CHANGES_KEPT, ProfileChange, ProfileField, kept_changes};
pub use recurrence::{
    DayRule, End, Frequency, Occurrence, Recurrence, RecurrenceError, RecurrenceRule, Weekday, WeekendRule,
};
pub use reminders::{
    ReminderChoice, ReminderLog, ReminderRule, ReminderRuleError, Waiting, first_reminder_day, is_working_day,
};
pub use request::{RequestError, RequestState};
pub use roles::{
    ClientRelation, Role, may_change_member, may_hand_over_office, may_manage_members,
    may_manage_office_settings, may_see_requests, sees_all_clients,
};
pub use slug::{Slug, SlugError};
pub use task::{
    Actor, Change, Checklist, ChecklistError, ChecklistItem, ClientState, CompletedBy, OfficeState,
    PortalState, TaskError, TaskState, Transition, announcement_due, first_whole_minute, is_overdue,
};
pub use text::{
    Body, CompanyName, ContentType, Description, Email, FileName, HttpsUrl, PersonName, Phone, RegistryCode,
    ShortText, TextError, Title, fold_for_search, search_words,
};
pub use thread::ThreadId;
pub use time_zone::{TimeZoneName, UnknownTimeZone};
pub use topic::{SwitchedOff, Topic, Way};
pub use trace::{InvalidTraceId, TraceId};
