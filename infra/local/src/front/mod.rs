//! One port in front of everything, as CloudFront stands in front of the product on AWS.

mod listener;
mod media;
mod policy;
mod sites;

use std::net::SocketAddr;

use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, Request, State};
use axum::response::{IntoResponse, Response};
use http::{HeaderName, HeaderValue, StatusCode, header};
use tokio::net::TcpListener;
use tower::ServiceExt;

pub use listener::bind;
pub use policy::EdgePolicy;
pub use sites::{Mount, StaticSites};

use crate::cloud::Cloud;
use crate::control::control_router;
use crate::error::CloudError;
use crate::hosts::{LocalHost, local_host};
use media::Media;
use sites::Sites;

/// What the front door needs beside the cloud.
#[derive(Clone, Debug)]
pub struct FrontDoor {
    /// The built web apps.
    pub sites: StaticSites,
    /// What the application trusts the viewer headers by.
    pub origin_secret: String,
    /// The security headers of pages and assets.
    pub policy: EdgePolicy,
}

/// Carries the viewer's `Host` to the application.
pub const VIEWER_HOST: HeaderName = HeaderName::from_static("x-viewer-host");
/// Carries the viewer's address to the application.
pub const VIEWER_ADDRESS: HeaderName = HeaderName::from_static("x-viewer-address");
/// Proves that the viewer headers were set here.
pub const ORIGIN_SECRET: HeaderName = HeaderName::from_static("x-origin-secret");

#[derive(Clone)]
struct Door {
    cloud: Cloud,
    control: Router,
    sites: Sites,
    media: Media,
    origin_secret: HeaderValue,
    policy: EdgePolicy,
}

/// The routes of the one port: control surface, API, portals, files and the office's app.
pub fn front_router(cloud: &Cloud, door: FrontDoor) -> Result<Router, CloudError> {
    let origin_secret = HeaderValue::from_str(&door.origin_secret)
        .map_err(|_| CloudError::Front("the origin secret cannot be sent in a header".into()))?;
    let policy = door.policy.for_bucket(&cloud.endpoints().s3)?;
    let state = Door {
        control: control_router(cloud.clone()),
        cloud: cloud.clone(),
        sites: Sites::new(door.sites)?,
        media: Media::of(cloud),
        origin_secret,
        policy,
    };
    Ok(Router::new().fallback(enter).with_state(state))
}

/// Serves the one port until `stop` resolves.
pub async fn serve(
    cloud: &Cloud,
    door: FrontDoor,
    listener: TcpListener,
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<(), CloudError> {
    let address = listener.local_addr().map_err(CloudError::Serve)?;
    if !address.ip().is_loopback() {
        return Err(CloudError::NotLoopback(address));
    }
    let service = front_router(cloud, door)?.into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(stop).await.map_err(CloudError::Serve)
}

/// Sends a request to where it belongs, by host first and then by path.
async fn enter(State(door): State<Door>, mut request: Request) -> Response {
    let host = request
        .headers()
        .get(header::HOST)
        .and_then(|value| value.to_str().ok())
        .or(request.uri().host())
        .map(str::to_owned);
    let Some((host, kind)) = host.and_then(|host| local_host(&host).map(|kind| (host, kind))) else {
        let text = "This machine serves localhost and its subdomains only.\n";
        return (StatusCode::MISDIRECTED_REQUEST, text).into_response();
    };
    let path = request.uri().path();
    if path == "/_local" || path.starts_with("/_local/") {
        return run(door.control, request).await;
    }
    if let Some(mount) = door.sites.mount(path) {
        let mut response = door.sites.asset(mount, request).await;
        door.policy.dress(response.headers_mut());
        return response;
    }
    if is_under(path, "/media") {
        let mut response = door.media.serve(request).await;
        door.policy.dress(response.headers_mut());
        return response;
    }
    let is_application = ["/api", "/p"].iter().any(|area| is_under(path, area));
    if !is_application && kind == LocalHost::Portal {
        show_portal_of(&host, &mut request);
    }
    if is_application || kind == LocalHost::Portal {
        let mut response = door.to_application(request, &host).await;
        door.policy.dress(response.headers_mut());
        return response;
    }
    let mut response = door.sites.index(request).await;
    door.policy.dress(response.headers_mut());
    response
}

/// On a portal's own host every page is that portal's: `/c/…` is asked for as `/p/<name>/c/…`.
fn show_portal_of(host: &str, request: &mut Request) {
    let name = host.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let asked = request.uri().path_and_query().map_or("/", http::uri::PathAndQuery::as_str);
    if let Ok(uri) = format!("/p/{name}{asked}").parse() {
        *request.uri_mut() = uri;
    }
}

impl Door {
    /// Hands the request to the product with what CloudFront would add; what a viewer sent under these names is dropped.
    async fn to_application(&self, mut request: Request, host: &str) -> Response {
        let Some(application) = self.cloud.application() else {
            return (StatusCode::SERVICE_UNAVAILABLE, "The application is starting.\n").into_response();
        };
        let address =
            request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip().to_string());
        let headers = request.headers_mut();
        headers.insert(ORIGIN_SECRET, self.origin_secret.clone());
        set_or_remove(headers, VIEWER_HOST, HeaderValue::from_str(host).ok());
        set_or_remove(
            headers,
            VIEWER_ADDRESS,
            address.and_then(|address| HeaderValue::from_str(&address).ok()),
        );
        run(application.router, request).await
    }
}

fn set_or_remove(headers: &mut http::HeaderMap, name: HeaderName, value: Option<HeaderValue>) {
    match value {
        Some(value) => {
            headers.insert(name, value);
        }
        None => {
            headers.remove(name);
        }
    }
}

fn is_under(path: &str, area: &str) -> bool {
    path.strip_prefix(area).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

async fn run(router: Router, request: http::Request<Body>) -> Response {
    match router.oneshot(request).await {
        Ok(response) => response,
        Err(never) => match never {},
    }
}
