//! The one port: what goes where by host and path, and with which headers.

use std::net::SocketAddr;
use std::path::Path;

use axum::Router;
use axum::extract::Request;
use axum::response::IntoResponse;
use reqwest::Method;
use serde_json::{Value, json};
use sild_local::{Application, Cloud, CloudError, EdgePolicy, FrontDoor, Mount, StaticSites, bind, serve};
use tempfile::TempDir;

use crate::support::{Machine, options};

struct House {
    address: SocketAddr,
    cloud: Cloud,
    _dist: TempDir,
    _stop: tokio::sync::oneshot::Sender<()>,
}

/// Answers with what it was asked, so that a test sees what the front door made of it.
async fn echo(request: Request) -> impl IntoResponse {
    let headers: serde_json::Map<String, Value> = request
        .headers()
        .iter()
        .map(|(name, value)| (name.to_string(), value.to_str().unwrap_or_default().into()))
        .collect();
    axum::Json(json!({ "path": request.uri().to_string(), "headers": headers }))
}

fn write(folder: &Path, name: &str, text: &str) {
    let file = folder.join(name);
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(file, text).unwrap();
}

impl House {
    async fn open() -> Self {
        let dist = TempDir::new().unwrap();
        write(dist.path(), "office/index.html", "<!doctype html><title>Office</title>");
        write(dist.path(), "office/robots.txt", "User-agent: *");
        write(dist.path(), "office/assets/app-1a2b3c4d.js", &"console.log('office');".repeat(200));
        write(dist.path(), "portal/entry-3c4d_-7h.css", "body{}");
        write(dist.path(), "portal/icon.svg", "<svg/>");
        write(dist.path(), "portal/preview/index.html", "<!doctype html><title>Preview</title>");
        write(dist.path(), "portal/preview/index-5e6f7g8h.js", "console.log('preview')");
        write(dist.path(), "secret.txt", "secret");
        let machine = Machine::with(options()).await;
        let router = Router::new().fallback(echo);
        let jobs = machine.jobs;
        machine.cloud.attach(Application { router, jobs }).unwrap();
        let listener = bind("127.0.0.1:0".parse().unwrap()).await.unwrap();
        let address = listener.local_addr().unwrap();
        let door = FrontDoor {
            sites: StaticSites {
                mounts: vec![
                    Mount { path: "/assets/office".into(), folder: dist.path().join("office/assets") },
                    Mount { path: "/assets/portal".into(), folder: dist.path().join("portal") },
                    Mount { path: "/portal-preview".into(), folder: dist.path().join("portal/preview") },
                ],
                index: dist.path().join("office/index.html"),
            },
            origin_secret: "shared".into(),
            policy: EdgePolicy::with_style_hashes(vec!["sha256-abc=".into()]),
        };
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let cloud = machine.cloud.clone();
        tokio::spawn(async move {
            let until = async {
                let _ = stopped.await;
            };
            serve(&cloud, door, listener, until).await.unwrap();
        });
        Self { address, cloud: machine.cloud, _dist: dist, _stop: stop }
    }

    async fn ask(
        &self,
        method: Method,
        host: &str,
        path: &str,
        headers: &[(&str, &str)],
    ) -> reqwest::Response {
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
        let mut request =
            client.request(method, format!("http://{}{path}", self.address)).header("host", host);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request.send().await.unwrap()
    }

    async fn get(&self, host: &str, path: &str) -> reqwest::Response {
        self.ask(Method::GET, host, path, &[]).await
    }
}

#[tokio::test]
async fn the_office_app_answers_every_path_of_its_own() {
    let house = House::open().await;
    for (host, path) in [
        ("app.localhost:8080", "/"),
        ("localhost", "/clients/cli_1/tasks"),
        ("127.0.0.1:8080", "/settings"),
        ("[::1]:8080", "/"),
    ] {
        let page = house.get(host, path).await;
        assert_eq!(page.status(), 200, "{host}{path}");
        assert_eq!(page.headers()["cache-control"], "no-cache");
        assert_eq!(page.headers()["content-type"], "text/html");
        assert!(page.text().await.unwrap().contains("Office"));
    }
    assert_eq!(house.get("app.localhost", "/robots.txt").await.text().await.unwrap(), "User-agent: *");
    assert_eq!(house.get("app.localhost", "/missing.png").await.status(), 404);
    assert_eq!(house.ask(Method::POST, "app.localhost", "/clients", &[]).await.status(), 405);
}

#[tokio::test]
async fn api_portal_paths_and_portal_hosts_reach_the_application() {
    let house = House::open().await;
    for (host, path, asked) in [
        ("app.localhost:8080", "/api/tasks?limit=20", "/api/tasks?limit=20"),
        ("localhost:8080", "/api/openapi.json", "/api/openapi.json"),
        ("localhost:8080", "/p/demo", "/p/demo"),
        ("localhost:8080", "/p/demo/tasks/tsk_1", "/p/demo/tasks/tsk_1"),
        ("demo.localhost:8080", "/api/login/redeem", "/api/login/redeem"),
        ("demo.localhost:8080", "/", "/p/demo/"),
        ("Demo.localhost:8080", "/login?sent", "/p/demo/login?sent"),
        ("demo.localhost:8080", "/tasks/tsk_1", "/p/demo/tasks/tsk_1"),
    ] {
        let seen: Value = house.get(host, path).await.json().await.unwrap();
        assert_eq!(seen["path"], asked);
        assert_eq!(seen["headers"]["x-viewer-host"], host);
        assert_eq!(seen["headers"]["x-viewer-address"], "127.0.0.1");
        assert_eq!(seen["headers"]["x-origin-secret"], "shared");
    }
    let page = house.get("localhost", "/pricing").await;
    assert!(page.text().await.unwrap().contains("Office"));
}

#[tokio::test]
async fn pictures_and_videos_come_out_of_the_bucket_and_nothing_else_does() {
    let house = House::open().await;
    let endpoints = house.cloud.endpoints();
    let config = aws_sdk_s3::config::Builder::from(&endpoints.sdk_config(&endpoints.s3));
    let s3 = aws_sdk_s3::Client::from_conf(config.force_path_style(true).build());
    for (key, kind) in
        [("media/01jnb/icon-0a.png", "image/png"), ("o/01jnb/m/1", "image/png"), ("x/01jnb/1", "text/plain")]
    {
        let put = s3.put_object().bucket(options().bucket).key(key).content_type(kind);
        let put = put.cache_control("public, max-age=31536000, immutable");
        put.body(b"0123456789".to_vec().into()).send().await.unwrap();
    }
    for host in ["demo.localhost", "app.localhost:8080"] {
        let found = house.get(host, "/media/01jnb/icon-0a.png").await;
        assert_eq!(found.status(), 200);
        assert_eq!(found.headers()["content-type"], "image/png");
        assert_eq!(found.headers()["cache-control"], "public, max-age=31536000, immutable");
        assert_eq!(found.headers()["x-content-type-options"], "nosniff");
        assert_eq!(found.bytes().await.unwrap().as_ref(), b"0123456789");
    }
    let range = [("range", "bytes=2-4")];
    let part = house.ask(Method::GET, "demo.localhost", "/media/01jnb/icon-0a.png", &range).await;
    assert_eq!(
        (part.status().as_u16(), &part.headers()["content-range"]),
        (206, &"bytes 2-4/10".parse().unwrap())
    );
    assert_eq!(part.bytes().await.unwrap().as_ref(), b"234");
    let head = house.ask(Method::HEAD, "demo.localhost", "/media/01jnb/icon-0a.png", &[]).await;
    assert_eq!((head.status().as_u16(), &head.headers()["content-length"]), (200, &"10".parse().unwrap()));
    for path in [
        "/media",
        "/media/01jnb",
        "/media/01jnb/gone.png",
        "/media/..%2fo%2f01jnb/m",
        "/media/o/01jnb/m/1",
        "/media/x/01jnb",
    ] {
        assert_eq!(house.get("demo.localhost", path).await.status(), 404, "{path}");
    }
    let put = house.ask(Method::PUT, "demo.localhost", "/media/01jnb/icon-0a.png", &[]).await;
    assert_eq!(put.status(), 405);
}

#[tokio::test]
async fn what_a_viewer_sends_under_the_trusted_names_is_replaced() {
    let house = House::open().await;
    let forged = [
        ("x-viewer-host", "other.localhost"),
        ("x-viewer-address", "10.0.0.1"),
        ("x-origin-secret", "guess"),
    ];
    let seen: Value =
        house.ask(Method::GET, "demo.localhost", "/api/me", &forged).await.json().await.unwrap();
    assert_eq!(seen["headers"]["x-viewer-host"], "demo.localhost");
    assert_eq!(seen["headers"]["x-viewer-address"], "127.0.0.1");
    assert_eq!(seen["headers"]["x-origin-secret"], "shared");
}

#[tokio::test]
async fn the_preview_of_the_portal_is_a_page_that_the_office_may_frame() {
    let house = House::open().await;
    let page = house.get("app.localhost:8080", "/portal-preview/").await;
    assert_eq!(page.status(), 200);
    assert_eq!(page.headers()["cache-control"], "no-cache");
    assert_eq!(page.headers()["content-type"], "text/html");
    let policy = page.headers()["content-security-policy"].to_str().unwrap();
    for rule in ["script-src 'self';", "frame-src 'self';", "frame-ancestors 'self';"] {
        assert!(policy.contains(rule), "{rule} is not in {policy}");
    }
    assert!(!policy.contains("unsafe"), "{policy}");
    assert!(page.text().await.unwrap().contains("Preview"));
    let script = house.get("app.localhost:8080", "/portal-preview/index-5e6f7g8h.js").await;
    assert_eq!(script.headers()["cache-control"], "public, max-age=31536000, immutable");
    assert_eq!(house.get("app.localhost:8080", "/portal-preview/gone-0000.js").await.status(), 404);
}

#[tokio::test]
async fn hashed_assets_never_change_and_travel_compressed() {
    let house = House::open().await;
    let gzip = [("accept-encoding", "gzip")];
    let script = house.ask(Method::GET, "demo.localhost", "/assets/office/app-1a2b3c4d.js", &gzip).await;
    assert_eq!(script.status(), 200);
    assert_eq!(script.headers()["cache-control"], "public, max-age=31536000, immutable");
    assert_eq!(script.headers()["content-encoding"], "gzip");
    assert!(script.bytes().await.unwrap().len() < 500);
    assert_eq!(
        house.get("localhost", "/assets/portal/entry-3c4d_-7h.css").await.text().await.unwrap(),
        "body{}"
    );
    let by_name = house.get("localhost", "/assets/portal/icon.svg").await;
    assert_eq!(
        (by_name.status().as_u16(), by_name.headers()["cache-control"].to_str().unwrap()),
        (200, "no-cache")
    );
    let missing = house.get("localhost", "/assets/office/gone-00000000.js").await;
    assert_eq!(missing.status(), 404);
    assert_eq!(missing.headers()["cache-control"], "no-cache");
    for outside in [
        "/assets/office/../../secret.txt",
        "/assets/office/%2e%2e/%2e%2e/secret.txt",
        "/assets/office/..%2f..%2fsecret.txt",
    ] {
        let answer = house.get("localhost", outside).await;
        assert!(!answer.text().await.unwrap().contains("secret"), "{outside}");
    }
}

#[tokio::test]
async fn pages_carry_the_security_headers_of_the_edge() {
    let house = House::open().await;
    let page = house.get("app.localhost", "/").await;
    let policy = page.headers()["content-security-policy"].to_str().unwrap().to_owned();
    assert!(!policy.contains("unsafe"), "{policy}");
    assert!(policy.contains("style-src 'self' 'sha256-abc=';"), "{policy}");
    assert!(policy.contains(&format!("connect-src 'self' {};", house.cloud.endpoints().s3)), "{policy}");
    assert_eq!(page.headers()["x-content-type-options"], "nosniff");
    assert_eq!(page.headers()["referrer-policy"], "strict-origin-when-cross-origin");
    assert!(page.headers().get("strict-transport-security").is_none());
}

#[tokio::test]
async fn another_host_is_misdirected() {
    let house = House::open().await;
    for host in ["rebound.example.com", "10.0.0.1:8080", "a.b.localhost"] {
        assert_eq!(house.get(host, "/api/me").await.status(), 421, "{host}");
    }
    assert_eq!(house.get("localhost:8080", "/_local/mail").await.status(), 200);
    assert_eq!(house.get("demo.localhost:8080", "/_local/mail").await.status(), 200);
    assert_eq!(house.get("example.com", "/_local/mail").await.status(), 421);
}

#[tokio::test]
async fn an_address_that_others_reach_and_a_port_in_use_are_refused_in_words() {
    let open = bind("0.0.0.0:0".parse().unwrap()).await.unwrap_err();
    assert!(matches!(open, CloudError::NotLoopback(_)));
    assert!(open.to_string().contains("not a loopback address"));
    let taken = bind("127.0.0.1:0".parse().unwrap()).await.unwrap();
    let address = taken.local_addr().unwrap();
    let refused = bind(address).await.unwrap_err();
    assert!(matches!(refused, CloudError::PortInUse(_)));
    assert!(refused.to_string().contains(&format!("port {} is in use", address.port())));
}

#[tokio::test]
async fn pages_of_this_machine_may_upload_and_others_may_not() {
    let machine = Machine::start().await;
    let url = format!("{}/files/o/1", machine.cloud.endpoints().s3);
    let preflight = |origin: &'static str, method: &'static str, headers: &'static str| {
        reqwest::Client::new()
            .request(Method::OPTIONS, &url)
            .header("origin", origin)
            .header("access-control-request-method", method)
            .header("access-control-request-headers", headers)
            .send()
    };
    let portal = "http://demo.localhost:8080";
    let allowed = preflight(portal, "PUT", "content-type,if-none-match").await.unwrap();
    assert_eq!(allowed.status(), 204);
    assert_eq!(allowed.headers()["access-control-allow-origin"], portal);
    assert_eq!(allowed.headers()["access-control-allow-methods"], "PUT, GET, HEAD");
    assert_eq!(allowed.headers()["access-control-allow-headers"], "content-type,if-none-match");
    for (origin, method, headers) in [
        ("https://example.com", "PUT", "content-type"),
        ("null", "PUT", "content-type"),
        (portal, "DELETE", ""),
        (portal, "PUT", "authorization"),
    ] {
        let refused = preflight(origin, method, headers).await.unwrap();
        assert_eq!(refused.status(), 403, "{origin} {method} {headers}");
        assert!(refused.headers().get("access-control-allow-origin").is_none());
    }
    let read = reqwest::Client::new().get(&url).header("origin", portal).send().await.unwrap();
    assert_eq!(read.status(), 403);
    assert_eq!(read.headers()["access-control-allow-origin"], portal);
    assert_eq!(read.headers()["access-control-expose-headers"], "ETag");
    let foreign =
        reqwest::Client::new().get(&url).header("origin", "https://example.com").send().await.unwrap();
    assert!(foreign.headers().get("access-control-allow-origin").is_none());
}

#[tokio::test]
async fn before_the_application_is_attached_the_door_says_so() {
    let cloud = Cloud::start(options()).await.unwrap();
    let door = FrontDoor {
        sites: StaticSites::default(),
        origin_secret: "shared".into(),
        policy: EdgePolicy::with_style_hashes(Vec::new()),
    };
    let router = sild_local::front_router(&cloud, door).unwrap();
    let request =
        http::Request::get("/api/me").header("host", "localhost").body(axum::body::Body::empty()).unwrap();
    let answer = tower::ServiceExt::oneshot(router, request).await.unwrap();
    assert_eq!(answer.status(), 503);
    assert_eq!(
        cloud.invoke("relay", json!({})).await,
        Err("relay was called before the application was attached".into())
    );
}
