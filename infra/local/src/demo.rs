//! The demo office: made once in an empty data folder, through the same doors that people use.

mod content;
mod person;

use std::time::Duration;

use anyhow::{Context as _, anyhow, bail};
use serde_json::{Value, json};
use sild_app::{Context, logins};
use sild_domain::{Email, Slug};
use sild_local::Cloud;
use sild_store::{
    OfficeScope, contacts, members,
    offices::{self, OfficeRecord},
};

use person::Person;

/// The name of the demo office's portal.
const SLUG: &str = "demo";
const OWNER: &str = "owner@demo.example";
const CONTACT: &str = "contact@bakery.example";
/// How often something of the demo is looked for, and how long between two looks.
const TRIES: u32 = 400;
const WAIT: Duration = Duration::from_millis(25);

/// What to open.
#[derive(Debug)]
pub(crate) struct Demo {
    /// The portal's address.
    pub(crate) portal_url: String,
    /// Signs in as the owner.
    pub(crate) owner_link: String,
    /// Signs in as a contact.
    pub(crate) contact_link: String,
}

/// Makes the demo office unless it is there, and a fresh link for each of its two people.
pub(crate) async fn prepare(cloud: &Cloud, cx: &Context, router: &axum::Router) -> anyhow::Result<Demo> {
    let slug = Slug::parse(SLUG)?;
    if find(cx, &slug).await?.is_none() {
        make(cloud, cx, router).await.context("the demo office cannot be made")?;
    }
    let office = find(cx, &slug).await?.ok_or_else(|| anyhow!("the demo office is not there"))?;
    let (owner, contact) = (Email::parse(OWNER)?, Email::parse(CONTACT)?);
    let claims = members::find_by_address(&cx.table, &owner).await?;
    let member = claims.iter().find(|claim| claim.office_id == office.id);
    let member = member.ok_or_else(|| anyhow!("the demo office has another owner now"))?.member_id;
    let contact_id = contacts::find_by_address(&cx.table, &OfficeScope::for_job(office.id), &contact).await?;
    let contact_id = contact_id.ok_or_else(|| anyhow!("the demo contact is not there"))?;
    Ok(Demo {
        portal_url: cx.config.portal_url_of(&slug),
        owner_link: logins::mint_member_link(cx, office.id, member, &owner, "/clients").await?,
        contact_link: logins::mint_contact_link(cx, &office, contact_id, &contact, "/").await?,
    })
}

async fn find(cx: &Context, slug: &Slug) -> anyhow::Result<Option<OfficeRecord>> {
    match offices::get_portal_name(&cx.table, slug).await? {
        Some(name) => Ok(offices::get_named(&cx.table, &name).await?),
        None => Ok(None),
    }
}

async fn make(cloud: &Cloud, cx: &Context, router: &axum::Router) -> anyhow::Result<()> {
    let mut owner = Person::new(router, "app.localhost");
    let sign_up = json!({
        "office_name": "Demo Office", "person_name": "Demo Owner", "email": OWNER, "language": "en",
        "time_zone": "Europe/Tallinn",
    });
    owner.post("/api/offices", sign_up).await?;
    owner.post("/api/login/redeem", json!({ "token": token_in_mail(cloud, OWNER).await? })).await?;
    owner.post("/api/office/portal/activate", json!({})).await?;
    let settings = owner.get("/api/office/portal").await?;
    let look = json!({
        "slug": SLUG, "name": "Demo Office", "colour": "#1f6f5c",
        "description": "Your accountants, in one place: tasks, files and messages.",
    });
    owner.put("/api/office/portal", &settings["version"], look).await?;

    let mut companies = Vec::new();
    for company in content::COMPANIES {
        companies.push((company, content::make_company(&mut owner, company).await?));
    }
    let invited =
        companies.iter().filter(|(company, _)| company.is_invited).map(|(_, id)| id).collect::<Vec<_>>();
    let opening = json!({ "client_ids": invited, "with_invitations": true });
    let opening = owner.post("/api/office/bulk-openings", opening).await?;
    finished(&mut owner, &opening).await?;

    let mut contact = Person::new(router, &format!("{SLUG}.localhost"));
    contact.post("/api/login/redeem", json!({ "token": token_in_mail(cloud, CONTACT).await? })).await?;
    for (company, client) in &companies {
        content::make_tasks(cx, &mut owner, &mut contact, company, client).await?;
    }
    Ok(())
}

/// Waits for the newest mail to an address and takes the token out of its link.
async fn token_in_mail(cloud: &Cloud, address: &str) -> anyhow::Result<String> {
    for _ in 0..TRIES {
        let mails = cloud.mails()?;
        let text = mails.iter().find(|mail| mail.to == address).map(|mail| mail.text.as_str());
        if let Some((_, rest)) = text.and_then(|text| text.split_once("#t=")) {
            return Ok(rest
                .chars()
                .take_while(|sign| sign.is_ascii_alphanumeric() || "-_".contains(*sign))
                .collect());
        }
        tokio::time::sleep(WAIT).await;
    }
    bail!("no mail with a link came to the demo's mailbox")
}

/// Waits until a bulk opening has gone through.
async fn finished(owner: &mut Person, opening: &Value) -> anyhow::Result<()> {
    let path = format!("/api/office/bulk-openings/{}", person::text(&opening["id"]));
    for _ in 0..TRIES {
        if owner.get(&path).await?["state"] == "done" {
            return Ok(());
        }
        tokio::time::sleep(WAIT).await;
    }
    bail!("the demo's portals did not open")
}
