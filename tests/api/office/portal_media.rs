//! The pictures and the welcome video of a portal, from the declaration to what clients see.

use image::{ImageFormat, Rgb, RgbImage};
use serde_json::{Value, json};
use sild_domain::Role;
use sild_tests::{
    Office, Reply, World,
    media::{PNG, video},
    put, upload,
};

const IMAGES: &str = "/api/office/portal/images";
const VIDEO: &str = "/api/office/portal/welcome-video";

fn drawn(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let picture = RgbImage::from_fn(width, height, |x, y| Rgb([x.to_le_bytes()[0], y.to_le_bytes()[0], 9]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn image(kind: &str, content_type: &str, bytes: &[u8]) -> Value {
    json!({ "kind": kind, "size_bytes": bytes.len(), "content_type": content_type })
}

/// Declares, sends and completes: the path of the upload, and what completing answered.
async fn send(office: &Office, at: &str, declared: Value, bytes: &[u8]) -> (String, Value) {
    let ticket = office.owner().post(at, declared).await.expect(201);
    upload(&ticket, bytes).await;
    let complete = format!("{at}/{}/complete", ticket["file_id"].as_str().unwrap());
    let answer = office.owner().post(&complete, json!({})).await.expect(200);
    (complete, answer)
}

async fn send_picture(office: &Office, kind: &str, content_type: &str, bytes: &[u8]) -> (String, Value) {
    send(office, IMAGES, image(kind, content_type, bytes), bytes).await
}

async fn send_video(office: &Office, bytes: &[u8]) -> (String, Value) {
    send(office, VIDEO, json!({ "size_bytes": bytes.len(), "content_type": "video/mp4" }), bytes).await
}

async fn settings(office: &Office) -> Value {
    office.owner().get("/api/office/portal").await.expect(200)
}

/// The keys of the bucket below a prefix.
async fn keys(world: &World, prefix: &str) -> Vec<String> {
    let listed = world.cx.s3.list_objects_v2().bucket(&world.cx.config.bucket).prefix(prefix).send().await;
    listed.unwrap().contents().iter().map(|object| object.key().unwrap().to_owned()).collect()
}

async fn object(world: &World, path: &str) -> (String, Vec<u8>) {
    let key = path.trim_start_matches('/');
    let object = world.cx.s3.get_object().bucket(&world.cx.config.bucket).key(key).send().await.unwrap();
    let content_type = object.content_type().unwrap().to_owned();
    (content_type, object.body.collect().await.unwrap().to_vec())
}

/// What the check was called with while it was held.
fn checks(world: &World) -> Vec<Value> {
    let without_trace = |mut event: Value| {
        event.as_object_mut().unwrap().remove("trace");
        event
    };
    world.events_of("check_portal_media").into_iter().map(without_trace).collect()
}

fn boot(reply: &Reply) -> Value {
    let page = reply.text();
    let (_, rest) = page.split_once("id=\"boot\">").unwrap();
    serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap()
}

const NONE: Value = Value::Null;

#[tokio::test]
async fn a_picture_is_checked_written_anew_and_shown() {
    // S6
    let world = World::start().await;
    let office = world.office().await;
    let fresh = settings(&office).await;
    for slot in ["icon", "logo", "welcome_video"] {
        assert_eq!(fresh[slot], json!({ "state": "none", "reason": null, "url": null }));
    }
    let picture = drawn(960, 192, ImageFormat::Jpeg);
    let (complete, answer) = send_picture(&office, "logo", "image/jpeg", &picture).await;
    assert_eq!(answer, json!({ "state": "checking", "reason": null, "url": null }));
    assert_eq!(settings(&office).await["logo"], answer);
    world.advance_minutes(2).await;

    let after = settings(&office).await;
    assert_eq!((&after["logo"]["state"], &after["version"]), (&json!("ready"), &fresh["version"]));
    let url = after["logo"]["url"].as_str().unwrap();
    assert!(url.starts_with(&format!("/media/{}/logo-", office.id.key())), "{url}");
    let (content_type, bytes) = object(&world, url).await;
    assert_eq!(content_type, "image/png");
    let shown = image::load_from_memory_with_format(&bytes, ImageFormat::Png).unwrap();
    assert_eq!((shown.width(), shown.height()), (480, 96));
    assert!(keys(&world, "o/").await.is_empty(), "what was uploaded is gone");
    let items = world.snapshot().await;
    assert!(items.iter().all(|item| item["ent"] != "media_upload"));
    assert_eq!(office.owner().post(&complete, json!({})).await.expect(200), after["logo"], "a repeat");

    let branding = boot(&world.browser().get("/p/demo").await)["branding"].clone();
    assert_eq!(branding["logo"], json!({ "url": url, "width": 480, "height": 96 }));
    assert_eq!(branding["icon"], NONE);
    assert!(world.mails().is_empty());
}

#[tokio::test]
async fn an_icon_is_in_the_tab_of_the_page_and_a_logo_in_mails() {
    // S6
    let world = World::start().await;
    let office = world.office().await;
    let plain = world.browser().get("/p/demo").await.text();
    assert!(!plain.contains("/media/"));
    send_picture(&office, "icon", "image/png", &drawn(64, 64, ImageFormat::Png)).await;
    send_picture(&office, "logo", "image/webp", &drawn(200, 40, ImageFormat::WebP)).await;
    world.advance_minutes(2).await;
    let reply = world.browser().get("/p/demo").await;
    let branding = boot(&reply)["branding"].clone();
    let icon = branding["icon"]["url"].as_str().unwrap();
    assert_eq!((&branding["icon"]["width"], &branding["icon"]["height"]), (&json!(192), &json!(192)));
    let link = format!("<link rel=\"icon\" type=\"image/png\" sizes=\"192x192\" href=\"{icon}\">");
    assert!(reply.text().contains(&link), "{}", reply.text());
    let policy = reply.headers["content-security-policy"].to_str().unwrap();
    assert!(policy.contains("img-src 'self' data: blob:;"), "{policy}");
    let larger = settings(&office).await["icon"]["url"].clone();
    assert_ne!(larger.as_str().unwrap(), icon);
    let manifest = world.browser().get("/p/demo/manifest.webmanifest").await.text();
    assert_eq!(
        serde_json::from_str::<Value>(&manifest).unwrap()["icons"],
        json!([
            { "src": larger, "sizes": "512x512", "type": "image/png" },
            { "src": icon, "sizes": "192x192", "type": "image/png" },
        ])
    );

    let client = office.client("Example Bakery").await;
    let mari = office.contact(client, "mari@client.example").await;
    world.browser().post("/api/portals/demo/login", json!({ "email": mari.email })).await.expect(202);
    world.browser().post("/api/office-login", json!({ "email": office.owner().email })).await.expect(202);
    world.settle().await;
    let logo = branding["logo"]["url"].as_str().unwrap();
    let html = world.mails_to(&mari.email).pop().unwrap().html;
    assert!(
        html.contains(&format!("<img src=\"http://demo.localhost{logo}\" alt=\"Demo Office\"")),
        "{html}"
    );
    assert!(!world.mails_to(&office.owner().email).pop().unwrap().html.contains("<img"), "a member's mail");
}

#[tokio::test]
async fn what_is_no_good_picture_is_refused_and_what_was_in_use_stays() {
    // S6
    let world = World::start().await;
    let office = world.office().await;
    send_picture(&office, "logo", "image/png", &drawn(100, 40, ImageFormat::Png)).await;
    world.advance_minutes(2).await;
    let in_use = settings(&office).await["logo"]["url"].clone();
    let stored = keys(&world, "media/").await;
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>".to_vec();
    let good = drawn(60, 40, ImageFormat::Png);
    let polyglot = [&good[..], b"<script>alert(1)</script>"].concat();
    for (content_type, bytes, reason) in [
        ("image/png", svg, "wrong_type"),
        ("image/jpeg", good.clone(), "wrong_type"),
        ("image/png", good[..good.len() / 2].to_vec(), "unreadable"),
        ("image/png", polyglot, "bytes_behind"),
        ("image/png", drawn(8_000, 2_100, ImageFormat::Png), "too_many_pixels"),
    ] {
        send_picture(&office, "logo", content_type, &bytes).await;
        let checking = settings(&office).await["logo"].clone();
        assert_eq!(checking, json!({ "state": "checking", "reason": null, "url": in_use }));
        world.advance_minutes(2).await;
        let refused = json!({ "state": "refused", "reason": reason, "url": in_use });
        assert_eq!(settings(&office).await["logo"], refused);
        assert_eq!(keys(&world, "media/").await, stored);
        assert!(keys(&world, "o/").await.is_empty());
    }
    send_picture(&office, "logo", "image/png", &good).await;
    world.advance_minutes(2).await;
    let replaced = settings(&office).await["logo"].clone();
    assert_eq!(replaced["state"], "ready");
    assert_ne!(replaced["url"], in_use);
    assert_eq!(keys(&world, "media/").await.len(), 1, "the one before is deleted");
}

#[tokio::test]
async fn the_newest_of_two_uploads_is_the_one_that_counts() {
    let world = World::start().await;
    let office = world.office().await;
    send_picture(&office, "icon", "image/png", &drawn(30, 30, ImageFormat::Png)).await;
    send_picture(&office, "icon", "image/png", b"no picture").await;
    world.advance_minutes(2).await;
    assert_eq!(settings(&office).await["icon"]["state"], "refused");
    assert!(keys(&world, "").await.is_empty());

    world.hold(&["check_portal_media"]);
    send_picture(&office, "icon", "image/png", &PNG).await;
    office.owner().delete(&format!("{IMAGES}/icon")).await.expect(204);
    world.advance_minutes(2).await;
    for event in checks(&world) {
        world.call("check_portal_media", event).await.unwrap();
    }
    world.settle().await;
    assert_eq!(settings(&office).await["icon"]["state"], "none", "taken away while it was checked");
    assert!(keys(&world, "").await.is_empty());
}

#[tokio::test]
async fn a_picture_can_be_taken_away_again() {
    let world = World::start().await;
    let office = world.office().await;
    send_picture(&office, "icon", "image/png", &drawn(30, 30, ImageFormat::Png)).await;
    world.advance_minutes(2).await;
    assert_eq!(keys(&world, "media/").await.len(), 2);
    let owner = office.owner();
    owner.delete(&format!("{IMAGES}/icon")).await.expect(204);
    world.settle().await;
    assert_eq!(settings(&office).await["icon"], json!({ "state": "none", "reason": null, "url": null }));
    assert!(keys(&world, "media/").await.is_empty());
    assert!(!world.browser().get("/p/demo").await.text().contains("/media/"));
    owner.delete(&format!("{IMAGES}/icon")).await.expect(204);
    owner.delete(&format!("{IMAGES}/banner")).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn saving_the_settings_leaves_the_pictures_alone() {
    let world = World::start().await;
    let office = world.office().await;
    send_picture(&office, "icon", "image/png", &PNG).await;
    world.advance_minutes(2).await;
    let before = settings(&office).await;
    let body = json!({ "slug": "demo", "name": "Demo Office", "colour": "#2f5bd0" });
    let saved = office.owner().if_match(&before["version"]).put("/api/office/portal", body).await.expect(200);
    assert_eq!(saved["icon"], before["icon"]);
    assert_eq!(settings(&office).await["icon"], before["icon"]);
}

#[tokio::test]
async fn the_limits_are_exact_and_the_store_holds_them_too() {
    // S6, S11
    let world = World::start().await;
    let office = world.office().await;
    let owner = office.owner();
    let mebibyte = 1_048_576_u64;
    let before = world.snapshot().await;
    for (at, kind, size, status, code, field) in [
        (IMAGES, "image/png", mebibyte + 1, 413, "file_too_large", "picture_too_large"),
        (IMAGES, "image/png", 0, 422, "invalid_value", "empty_file"),
        (VIDEO, "video/mp4", 20 * mebibyte + 1, 413, "file_too_large", "video_too_large"),
        (VIDEO, "video/mp4", 0, 422, "invalid_value", "empty_file"),
    ] {
        let mut body = json!({ "size_bytes": size, "content_type": kind });
        if at == IMAGES {
            body["kind"] = json!("logo");
        }
        let reply = owner.post(at, body).await;
        reply.expect_problem(status, code);
        assert_eq!(reply.field_errors(), [("/size_bytes".to_owned(), field.to_owned())]);
    }
    for (at, body, pointer) in [
        (
            IMAGES,
            json!({ "kind": "logo", "size_bytes": 9, "content_type": "image/svg+xml" }),
            "/content_type",
        ),
        (VIDEO, json!({ "size_bytes": 9, "content_type": "video/webm" }), "/content_type"),
    ] {
        let reply = owner.post(at, body).await;
        reply.expect_problem(422, "invalid_value");
        assert_eq!(reply.field_errors(), [(pointer.to_owned(), "unsupported_type".to_owned())]);
    }
    let reply =
        owner.post(IMAGES, json!({ "kind": "banner", "size_bytes": 9, "content_type": "image/png" })).await;
    assert_eq!(reply.field_errors(), [("/kind".to_owned(), "invalid_format".to_owned())]);
    assert_eq!(world.snapshot().await, before);

    let whole = usize::try_from(mebibyte).unwrap();
    let ticket = owner.post(IMAGES, image("logo", "image/png", &vec![0; whole])).await.expect(201);
    assert_eq!(put(&ticket, vec![0; whole + 1]).await, 403, "a byte more than declared");
    assert_eq!(put(&ticket, vec![0; whole]).await, 200);
    assert_eq!(put(&ticket, vec![0; whole]).await, 412, "a second time");
    let all = json!({ "size_bytes": 20 * mebibyte, "content_type": "video/mp4" });
    owner.post(VIDEO, all).await.expect(201);
}

#[tokio::test]
async fn what_did_not_arrive_is_not_completed_and_what_is_not_theirs_does_not_exist() {
    let world = World::start().await;
    let office = world.office().await;
    let other = world.office_named("Other Office", "other").await;
    let owner = office.owner();
    let ticket = owner.post(IMAGES, image("icon", "image/png", &PNG)).await.expect(201);
    let id = ticket["file_id"].as_str().unwrap();
    let complete = format!("{IMAGES}/{id}/complete");
    let before = world.snapshot().await;
    owner.post(&complete, json!({})).await.expect_problem(409, "file_not_uploaded");
    upload(&ticket, &PNG).await;
    other.owner().post(&complete, json!({})).await.expect_problem(404, "not_found");
    owner.post(&format!("{VIDEO}/{id}/complete"), json!({})).await.expect_problem(404, "not_found");
    let plain = office.member("Peeter", Role::Member).await;
    let with_plain = world.snapshot().await;
    plain.post(&complete, json!({})).await.expect_problem(403, "role_required");
    plain.post(IMAGES, image("icon", "image/png", &PNG)).await.expect_problem(403, "role_required");
    plain.delete(&format!("{IMAGES}/icon")).await.expect_problem(403, "role_required");
    plain.delete(VIDEO).await.expect_problem(403, "role_required");
    world.browser().post(&complete, json!({})).await.expect_problem(401, "not_signed_in");
    assert_eq!(world.snapshot().await, with_plain);
    assert!(before.iter().all(|item| with_plain.contains(item)));
}

#[tokio::test]
async fn a_repeat_with_the_same_key_declares_one_upload() {
    let world = World::start().await;
    let office = world.office().await;
    let owner = office.owner().key("declare-it-once");
    let first = owner.post(IMAGES, image("icon", "image/png", &PNG)).await.expect(201);
    let before = world.snapshot().await;
    let again = owner.post(IMAGES, image("icon", "image/png", &PNG)).await.expect(201);
    assert_eq!(again["file_id"], first["file_id"]);
    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn an_upload_that_nobody_completes_is_gone_after_a_day() {
    let world = World::start().await;
    let office = world.office().await;
    let ticket = office.owner().post(IMAGES, image("icon", "image/png", &PNG)).await.expect(201);
    upload(&ticket, &PNG).await;
    world.advance_minutes(23 * 60).await;
    assert_eq!(keys(&world, "o/").await.len(), 1, "it may still be completed");
    world.advance_minutes(8 * 60).await;
    assert!(keys(&world, "o/").await.is_empty());
    assert!(world.snapshot().await.iter().all(|item| item["ent"] != "media_upload"));
    let complete = format!("{IMAGES}/{}/complete", ticket["file_id"].as_str().unwrap());
    office.owner().post(&complete, json!({})).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn a_check_that_was_lost_is_armed_again_and_given_up_in_the_end() {
    let world = World::start().await;
    let office = world.office().await;
    world.hold(&["check_portal_media"]);
    send_picture(&office, "icon", "image/png", &PNG).await;
    world.advance_minutes(20).await;
    let events = checks(&world);
    assert!(events.len() >= 2, "{events:?}");
    assert_eq!(settings(&office).await["icon"]["state"], "checking");
    world.advance_minutes(60).await;
    let icon = settings(&office).await["icon"].clone();
    assert_eq!((&icon["state"], &icon["reason"]), (&json!("refused"), &json!("not_checked")));
    let before = world.snapshot().await;
    world.call("check_portal_media", events[0].clone()).await.unwrap();
    assert_eq!(world.snapshot().await, before, "too late");
    assert!(keys(&world, "").await.is_empty());
}

#[tokio::test]
async fn a_check_that_is_delivered_twice_does_nothing_the_second_time() {
    let world = World::start().await;
    let office = world.office().await;
    world.hold(&["check_portal_media"]);
    send_picture(&office, "icon", "image/png", &PNG).await;
    world.advance_minutes(2).await;
    let event = checks(&world).remove(0);
    for _ in 0..2 {
        world.call("check_portal_media", event.clone()).await.unwrap();
    }
    world.settle().await;
    let icon = settings(&office).await["icon"].clone();
    assert_eq!(icon["state"], "ready");
    assert_eq!(keys(&world, "media/").await.len(), 2, "two sizes of one icon");
    let before = world.snapshot().await;
    world.call("check_portal_media", event).await.unwrap();
    assert_eq!(world.snapshot().await, before);
    assert_eq!(object(&world, icon["url"].as_str().unwrap()).await.0, "image/png");
}

#[tokio::test]
async fn an_offices_own_video_is_what_contacts_see_at_their_first_entry() {
    // S11
    let world = World::start().await;
    let office = world.office().await;
    let client = office.client("Example Bakery").await;
    let mari = office.contact(client, "mari@client.example").await;
    let session = format!("/api/portal/{}/session", office.id);
    assert_eq!(mari.get(&session).await.expect(200)["welcome_video"], NONE);
    let film = video(30_000, b"avc1");
    let (_, answer) = send_video(&office, &film).await;
    assert_eq!(answer["state"], "checking");
    world.advance_minutes(2).await;
    let ready = settings(&office).await["welcome_video"].clone();
    assert_eq!(ready["state"], "ready");
    let url = mari.get(&session).await.expect(200)["welcome_video"].clone();
    assert_eq!(url, ready["url"]);
    assert_eq!(object(&world, url.as_str().unwrap()).await, ("video/mp4".to_owned(), film));
    assert_eq!(boot(&mari.get("/p/demo").await)["session"]["welcome_video"], url);

    office.owner().delete(VIDEO).await.expect(204);
    world.settle().await;
    assert_eq!(mari.get(&session).await.expect(200)["welcome_video"], NONE);
    assert!(keys(&world, "").await.is_empty());
}

#[tokio::test]
async fn a_video_that_is_too_long_or_coded_otherwise_is_refused() {
    // S11
    let world = World::start().await;
    let office = world.office().await;
    for (bytes, reason) in [
        (video(30_001, b"avc1"), "too_long"),
        (video(9_000, b"hvc1"), "wrong_codec"),
        (PNG.to_vec(), "wrong_type"),
        (video(9_000, b"avc1")[..100].to_vec(), "unreadable"),
    ] {
        send_video(&office, &bytes).await;
        world.advance_minutes(2).await;
        let refused = json!({ "state": "refused", "reason": reason, "url": null });
        assert_eq!(settings(&office).await["welcome_video"], refused);
    }
    assert!(keys(&world, "").await.is_empty());
}
