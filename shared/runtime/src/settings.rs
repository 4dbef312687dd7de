//! The deployment's settings, out of the environment that `template.yaml` gives every function.

use std::path::Path;

use sild_app::{Config, config::Rates, portal_page::PortalPageFiles};

/// Why a process cannot start.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// A setting is not there.
    #[error("the environment has no {0}; template.yaml sets it")]
    Missing(&'static str),
    /// A setting cannot be read.
    #[error("{name} is `{value}`, which is not {expected}")]
    Unreadable {
        /// Which one.
        name: &'static str,
        /// What it holds.
        value: String,
        /// What it should be.
        expected: &'static str,
    },
    /// The built portal page is not in the package.
    #[error("the portal page cannot be read from {path}: {cause}")]
    PortalPage {
        /// Where it should be.
        path: String,
        /// What the file system said.
        cause: std::io::Error,
    },
}

/// The name of the table.
///
/// # Errors
/// [`SettingsError`]
pub fn table_name() -> Result<String, SettingsError> {
    required("SILD_TABLE")
}

/// The name of the stack, by which metrics of several deployments in one account are told apart.
///
/// # Errors
/// [`SettingsError`]
pub fn stack_name() -> Result<String, SettingsError> {
    required("SILD_STACK")
}

/// Everything that use cases ask of the deployment.
///
/// # Errors
/// [`SettingsError`]
pub fn config() -> Result<Config, SettingsError> {
    let standard = Rates::default();
    Ok(Config {
        bucket: required("SILD_BUCKET")?,
        schedule_group: required("SILD_SCHEDULE_GROUP")?,
        scheduler_role_arn: required("SILD_SCHEDULER_ROLE_ARN")?,
        schedule_dead_letter_arn: optional("SILD_SCHEDULE_DLQ_ARN"),
        job_arn_prefix: required("SILD_JOB_ARN_PREFIX")?,
        mail_from: required("SILD_MAIL_FROM")?,
        mail_configuration: optional("SILD_MAIL_CONFIGURATION"),
        mails_per_second: number("SILD_MAILS_PER_SECOND", sild_app::config::MAILS_PER_SECOND)?,
        office_url: required("SILD_OFFICE_URL")?,
        portal_url: required("SILD_PORTAL_URL")?,
        sign_up_is_open: match optional("SILD_SIGN_UP").as_deref() {
            None | Some("open") => true,
            Some("closed") => false,
            Some(value) => return Err(unreadable("SILD_SIGN_UP", value, "`open` or `closed`")),
        },
        link_lifetime_hours: number("SILD_LINK_LIFETIME_HOURS", sild_app::config::LINK_LIFETIME_HOURS)?,
        audit_years: number("SILD_AUDIT_YEARS", sild_app::config::AUDIT_YEARS)?,
        rates: Rates {
            links_per_address: number("SILD_LINKS_PER_ADDRESS", standard.links_per_address)?,
            links_per_viewer: number("SILD_LINKS_PER_VIEWER", standard.links_per_viewer)?,
            links_per_office: number("SILD_LINKS_PER_OFFICE", standard.links_per_office)?,
            uploads_per_contact: number("SILD_UPLOADS_PER_CONTACT", standard.uploads_per_contact)?,
            requests_per_contact: number("SILD_REQUESTS_PER_CONTACT", standard.requests_per_contact)?,
            email_changes_per_contact: number(
                "SILD_EMAIL_CHANGES_PER_CONTACT",
                standard.email_changes_per_contact,
            )?,
        },
        origin_secret: optional("SILD_ORIGIN_SECRET"),
        portal_page: portal_page()?,
        upload_origin: required("SILD_UPLOAD_ORIGIN")?,
    })
}

/// Only the function that shows the page has its folder.
fn portal_page() -> Result<PortalPageFiles, SettingsError> {
    let Some(folder) = optional("SILD_PORTAL_PAGE") else { return Ok(PortalPageFiles::default()) };
    PortalPageFiles::read(Path::new(&folder))
        .map_err(|(path, cause)| SettingsError::PortalPage { path: path.display().to_string(), cause })
}

fn required(name: &'static str) -> Result<String, SettingsError> {
    optional(name).ok_or(SettingsError::Missing(name))
}

#[expect(clippy::disallowed_methods, reason = "the one place where the environment is read")]
fn optional(name: &'static str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

fn number(name: &'static str, standard: u32) -> Result<u32, SettingsError> {
    optional(name)
        .map_or(Ok(standard), |value| value.parse().map_err(|_| unreadable(name, &value, "a whole number")))
}

fn unreadable(name: &'static str, value: &str, expected: &'static str) -> SettingsError {
    SettingsError::Unreadable { name, value: value.to_owned(), expected }
}
