//! `PATCH /api/office/templates/{template}`

use axum::extract::State;
use serde::Deserialize;
use sild_app::{
    Context,
    templates::{self, Template, TemplateEdit},
};
use sild_domain::{Description, TemplateId, Title};
use sild_http::{IfMatch, JsonBody, Path, Problem, SettingsSession, Versioned};
use utoipa::ToSchema;

use super::line::{Line, texts};

/// What changes; a field that is not there stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateTemplate {
    /// The title of each copy.
    pub title: Option<Title>,
    /// The description of each copy.
    pub description: Option<Description>,
    /// The checklist of each copy.
    pub checklist: Option<Vec<Line>>,
    /// Whether contacts may tick the checklist.
    pub client_may_tick: Option<bool>,
}

/// Edits a sample task; the copies that clients have stay as they are.
#[utoipa::path(
    patch, path = "/api/office/templates/{template}", tag = "office",
    params(("template" = String, Path), ("If-Match" = String, Header, description = "The version that the edit began from")),
    request_body = UpdateTemplate,
    responses(
        (status = 200, description = "The template as it is now", body = Template),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn update_template(
    State(cx): State<Context>,
    SettingsSession(session): SettingsSession,
    Path(template): Path<TemplateId>,
    IfMatch(version): IfMatch,
    JsonBody(body): JsonBody<UpdateTemplate>,
) -> Result<Versioned<Template>, Problem> {
    let edit = TemplateEdit {
        title: body.title,
        description: body.description,
        checklist: body.checklist.map(texts),
        client_may_tick: body.client_may_tick,
    };
    let template = templates::update_template(&cx, &session, template, version, edit).await?;
    Ok(Versioned::ok(template.version, template))
}
