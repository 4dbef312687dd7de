//! `POST /api/office/templates`

use axum::extract::State;
use serde::Deserialize;
use sild_app::{
    Context,
    templates::{self, NewTemplate, Template},
};
use sild_domain::{Description, Title};
use sild_http::{Create, Problem, SettingsSession, Versioned};
use utoipa::ToSchema;

use super::line::{Line, texts};

/// A new template.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateTemplate {
    /// The title of each copy.
    pub title: Title,
    /// The description of each copy.
    #[serde(default = "Description::empty")]
    pub description: Description,
    /// The checklist of each copy.
    #[serde(default)]
    pub checklist: Vec<Line>,
    /// Whether contacts may tick the checklist; they may unless told.
    #[serde(default = "may_tick")]
    #[schema(default = true)]
    pub client_may_tick: bool,
}

const fn may_tick() -> bool {
    true
}

/// Makes a sample task that clients get a copy of when they are invited.
#[utoipa::path(
    post, path = "/api/office/templates", tag = "office",
    params(("Idempotency-Key" = Option<String>, Header, description = "A repeat with the same key gives the first answer")),
    request_body = CreateTemplate,
    responses(
        (status = 201, description = "The template", body = Template),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn create_template(
    State(cx): State<Context>,
    SettingsSession(session): SettingsSession,
    Create { body, creation }: Create<CreateTemplate>,
) -> Result<Versioned<Template>, Problem> {
    let new = NewTemplate {
        title: body.title,
        description: body.description,
        checklist: texts(body.checklist),
        client_may_tick: body.client_may_tick,
    };
    let template = templates::create_template(&cx, &session, new, &creation).await?;
    Ok(Versioned::created(template.version, template))
}
