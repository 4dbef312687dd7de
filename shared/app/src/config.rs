//! What a deployment decides.

use sild_domain::Slug;

use crate::portal_page::PortalPageFiles;

/// The settings of a deployment, read once at the start of a process.
#[derive(Debug, Clone)]
pub struct Config {
    /// The bucket that holds files.
    pub bucket: String,
    /// The group that holds schedules.
    pub schedule_group: String,
    /// The role that schedules act with.
    pub scheduler_role_arn: String,
    /// The queue that takes what a schedule could not deliver; none on one machine.
    pub schedule_dead_letter_arn: Option<String>,
    /// What stands before a job's name in the ARN of its function.
    pub job_arn_prefix: String,
    /// The address that mails come from.
    pub mail_from: String,
    /// The set of SES's settings that mails are sent with, which says where it tells what becomes of them; without one, that
    /// of the sender's identity.
    pub mail_configuration: Option<String>,
    /// How many mails a second the account may send, for what is told of how long invitations take (S19).
    pub mails_per_second: u32,
    /// Where the office app is, without a slash at the end.
    pub office_url: String,
    /// Where a portal is, with `{slug}` for its name, without a slash at the end.
    pub portal_url: String,
    /// Whether anybody may sign an office up (S64).
    pub sign_up_is_open: bool,
    /// For how long a login link is good, in hours (S20).
    pub link_lifetime_hours: u32,
    /// For how many years the audit trail is kept (S67).
    pub audit_years: u32,
    /// How often things may be asked for.
    pub rates: Rates,
    /// The secret with which the edge marks its requests; without one, the viewer's headers are not trusted.
    pub origin_secret: Option<String>,
    /// The built files of the portal's page.
    pub portal_page: PortalPageFiles,
    /// Where browsers send files to, as a content security policy names it.
    pub upload_origin: String,
}

/// How often things may be asked for in an hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rates {
    /// Login mails to one address; more are dropped in silence.
    pub links_per_address: u32,
    /// Login mails that one network address asks for, and codes that it types; more of either are answered 429.
    pub links_per_viewer: u32,
    /// Login mails of one office; more are dropped in silence.
    pub links_per_office: u32,
    /// Files that one contact declares; more are answered 429.
    pub uploads_per_contact: u32,
    /// Requests that one contact sends; more are answered 429.
    pub requests_per_contact: u32,
    /// New addresses that one contact asks for; more are answered 429.
    pub email_changes_per_contact: u32,
}

impl Default for Rates {
    fn default() -> Self {
        Self {
            links_per_address: 5,
            links_per_viewer: 60,
            links_per_office: 1_000,
            uploads_per_contact: 300,
            requests_per_contact: 30,
            email_changes_per_contact: 5,
        }
    }
}

/// For how many years the audit trail is kept unless told.
pub const AUDIT_YEARS: u32 = 7;

impl Config {
    /// Where the portal of this name is, without a slash at the end.
    #[must_use]
    pub fn portal_url_of(&self, slug: &Slug) -> String {
        self.portal_url.replace("{slug}", slug.as_str())
    }

    /// The scheme and host of the portal of this name, where its pictures are.
    #[must_use]
    pub fn portal_origin_of(&self, slug: &Slug) -> String {
        let url = self.portal_url_of(slug);
        let host_at = url.find("://").map_or(0, |at| at + 3);
        let end = url.get(host_at..).and_then(|rest| rest.find('/')).map_or(url.len(), |at| host_at + at);
        url.get(..end).unwrap_or_default().to_owned()
    }

    /// The path at which a browser that is on `host` has the portal of this name: empty on the portal's own host.
    #[must_use]
    pub fn portal_base_path(&self, slug: &Slug, host: &str) -> String {
        let url = self.portal_url_of(slug);
        let host_and_path = url.split_once("://").map_or(url.as_str(), |(_, rest)| rest);
        match host_and_path.split_once('/') {
            Some((_, path)) => format!("/{path}"),
            None if host_and_path.eq_ignore_ascii_case(host) => String::new(),
            None => format!("/p/{}", slug.as_str()),
        }
    }
}

/// For how long a login link is good unless the deployment says otherwise, in hours (S20).
pub const LINK_LIFETIME_HOURS: u32 = sild_domain::login::LINK_LIFETIME_HOURS_DEFAULT;

/// How many mails a second an account may send unless the deployment says otherwise: what SES grants at first.
pub const MAILS_PER_SECOND: u32 = 14;
