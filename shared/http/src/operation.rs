//! Operations: what an area offers, and the routers made of them.

use std::sync::Arc;

use axum::{
    Router,
    extract::{DefaultBodyLimit, Request, State},
    handler::Handler,
    http::{HeaderName, HeaderValue, StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::{MethodFilter, MethodRouter, on},
};
use sild_app::{Context, Failure, trace};
use sild_domain::TraceId;
use tower_http::{
    CompressionLevel,
    catch_panic::CatchPanicLayer,
    compression::{CompressionLayer, predicate::SizeAbove},
};
use utoipa_axum::{PathItemExt, router::UtoipaMethodRouter};

use crate::{body::BODY_MAX_BYTES, not_modified::not_modified, problem::Problem, viewer::check_origin};

const TRACE_HEADER: HeaderName = HeaderName::from_static("x-amzn-trace-id");

/// Below this an answer fits one packet either way.
const COMPRESS_ABOVE_BYTES: u64 = 1_000;

/// An operation from the file that it has to itself: `operation!(tasks::assign_task)` is the handler
/// `tasks::assign_task::assign_task` at the route that its `#[utoipa::path]` says.
#[macro_export]
macro_rules! operation {
    ($noun:ident::$name:ident) => {
        $crate::pastey::paste! {
            $crate::Operation::new(
                stringify!($name),
                $crate::operation::Route::of::<$noun::$name::[<__path_ $name>], _, _>($noun::$name::$name),
                || $crate::utoipa_axum::routes!($noun::$name::$name),
            )
        }
    };
}

/// A handler at its path.
#[derive(Debug)]
pub struct Route {
    path: String,
    handler: MethodRouter<Context>,
}

impl Route {
    /// The handler at the path and for the methods that its document names.
    pub fn of<P: utoipa::Path, H: Handler<T, Context>, T: 'static>(handler: H) -> Self {
        let methods = P::methods().iter().map(PathItemExt::to_method_filter).reduce(MethodFilter::or);
        let handler = methods.map_or_else(MethodRouter::new, |methods| on(methods, handler));
        Self { path: P::path(), handler }
    }
}

/// One operation of an area: its name, its route and its document.
pub struct Operation {
    /// `<verb>_<noun>`: the same word in the file, the handler, the contract, the template and the tests.
    pub name: &'static str,
    /// Whether it asks the bucket for something, beyond signing what others ask.
    pub asks_bucket: bool,
    /// Whether it takes writes from anywhere: what it is asked with is authority enough.
    is_open: bool,
    path: String,
    routes: Router<Context>,
    #[cfg(feature = "contract")]
    document: Box<dyn Fn() -> UtoipaMethodRouter<Context> + Send + Sync>,
}

impl std::fmt::Debug for Operation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Operation").field("name", &self.name).finish_non_exhaustive()
    }
}

impl Operation {
    /// An operation of this name at its route. `document` makes what the contract says of it, which nobody asks for in a
    /// function: there it is not even linked.
    #[must_use]
    pub fn new<D>(name: &'static str, route: Route, document: D) -> Self
    where
        D: Fn() -> UtoipaMethodRouter<Context> + Send + Sync + 'static,
    {
        #[cfg(not(feature = "contract"))]
        drop(document);
        Self {
            name,
            asks_bucket: false,
            is_open: false,
            path: route.path.clone(),
            routes: Router::new().route(&route.path, route.handler),
            #[cfg(feature = "contract")]
            document: Box::new(document),
        }
    }

    /// The same, which asks the bucket.
    #[must_use]
    pub fn asking_bucket(mut self) -> Self {
        self.asks_bucket = true;
        self
    }

    /// The same, which takes writes from other programs than the app's own pages too, such as mail programs.
    #[must_use]
    pub fn from_anywhere(mut self) -> Self {
        self.is_open = true;
        self
    }

    /// The same handler under a further path that no document names: below a page, for the app's own addresses.
    #[must_use]
    pub fn and_below(mut self, path: &str, handler: MethodRouter<Context>) -> Self {
        self.routes = self.routes.route(path, handler);
        self
    }

    /// What the contract says of it.
    #[cfg(feature = "contract")]
    #[must_use]
    pub fn document(&self) -> utoipa::openapi::OpenApi {
        utoipa_axum::router::OpenApiRouter::new().routes((self.document)()).into_openapi()
    }
}

/// The router of these operations: one of them in a function, all of them on one machine.
pub fn router(operations: impl IntoIterator<Item = Operation>, cx: Context) -> Router {
    let operations = operations.into_iter().collect::<Vec<_>>();
    let open = operations.iter().filter(|operation| operation.is_open);
    let open = open.map(|operation| operation.path.clone()).collect::<Arc<[String]>>();
    operations
        .into_iter()
        .fold(Router::<Context>::new(), |routes, operation| {
            let caught = operation.routes.layer(CatchPanicLayer::custom(|_| {
                Problem::from(Failure::internal("a handler panicked")).into_response()
            }));
            let state = (cx.clone(), operation.name);
            routes.merge(caught.layer(middleware::from_fn_with_state(state, follow)))
        })
        .fallback(|| async { Problem::not_found() })
        .method_not_allowed_fallback(|| async {
            Problem::new(
                StatusCode::METHOD_NOT_ALLOWED,
                "method_not_allowed",
                "This address does not take this method.",
            )
        })
        .layer(DefaultBodyLimit::max(BODY_MAX_BYTES))
        .layer(middleware::from_fn_with_state((cx.clone(), open), check_origin))
        .layer(middleware::map_response(never_store))
        .layer(middleware::from_fn(not_modified))
        .layer(compressed())
        .with_state(cx)
}

/// CloudFront compresses only what it may keep. No answer holds a secret beside what a stranger chose, which its length
/// could tell.
fn compressed() -> CompressionLayer<SizeAbove> {
    CompressionLayer::new()
        .quality(CompressionLevel::Fastest)
        .compress_when(SizeAbove::new(COMPRESS_ABOVE_BYTES))
}

/// Serves a request in its trace: the one that Lambda names, or a new one. An error of ours says which, so that whoever
/// reports it names what to look for.
async fn follow(State((cx, name)): State<(Context, &'static str)>, request: Request, next: Next) -> Response {
    let told = request.headers().get(TRACE_HEADER).and_then(|value| value.to_str().ok());
    let trace = told.and_then(TraceId::from_header).unwrap_or_else(|| cx.new_trace());
    let began = cx.clock.now();
    let mut response = trace::follow(name, trace.clone(), cx.acting(name, next.run(request))).await;
    metrics::histogram!("Duration").record(cx.clock.now().duration_since(began).as_millis_f64());
    if response.status().is_server_error() {
        metrics::counter!("Failed").increment(1);
        if let Ok(value) = HeaderValue::from_str(&format!("Root={}", trace.as_str())) {
            response.headers_mut().insert(TRACE_HEADER, value);
        }
    }
    response
}

/// Answers are nobody's to keep, unless they say otherwise.
async fn never_store(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    headers.entry(header::X_CONTENT_TYPE_OPTIONS).or_insert(HeaderValue::from_static("nosniff"));
    response
}
