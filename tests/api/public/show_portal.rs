use http::Method;
use serde_json::{Value, json};
use sild_domain::{Colour, CompanyName, Language, ShortText};
use sild_store::offices;
use sild_tests::{Office, Reply, World};

fn header<'r>(reply: &'r Reply, name: &str) -> &'r str {
    reply.headers.get(name).map_or("", |value| value.to_str().unwrap())
}

/// The data in the page.
fn boot(reply: &Reply) -> Value {
    let text = reply.text();
    let rest = text.split_once("id=\"boot\">").unwrap().1;
    serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap()
}

fn directive<'p>(policy: &'p str, name: &str) -> &'p str {
    policy.split("; ").find_map(|part| part.strip_prefix(name)).unwrap_or_default().trim()
}

async fn save(office: &Office, change: impl FnOnce(&mut offices::OfficeRecord)) {
    let table = &office.world.cx.table;
    let mut record = offices::get(table, &office.scope()).await.unwrap().unwrap();
    change(&mut record);
    let mut transaction = table.transaction();
    offices::save(&mut transaction, &record);
    transaction.commit().await.unwrap();
}

#[tokio::test]
async fn anybody_sees_the_login_page_and_search_engines_may_keep_it() {
    // S9
    let world = World::start().await;
    let office = world.office().await;
    save(&office, |office| office.description = Some(ShortText::parse("Papers & questions").unwrap())).await;
    let before = world.snapshot().await;
    let reply = world.browser().at("demo.localhost").get("/p/demo").await;
    assert_eq!(reply.status.as_u16(), 200);
    assert_eq!(header(&reply, "content-type"), "text/html; charset=utf-8");
    assert_eq!(header(&reply, "cache-control"), "public, max-age=60");
    assert_eq!(header(&reply, "vary"), "cookie, accept-language");
    assert_eq!(header(&reply, "referrer-policy"), "no-referrer");
    assert_eq!(header(&reply, "x-content-type-options"), "nosniff");
    let page = reply.text();
    assert!(page.contains("<html lang=\"en\">"));
    assert!(page.contains("<title>Demo Office</title>"));
    assert!(page.contains("content=\"Papers &#38; questions\""));
    assert!(page.contains("<meta name=\"robots\" content=\"index,follow\">"));
    assert!(page.contains("action=\"/api/portals/demo/login\""));
    assert!(!page.contains("modulepreload"));
    assert!(!page.contains("__SILD_"));
    let boot = boot(&reply);
    assert_eq!(
        (&boot["session"], &boot["client"], &boot["tasks"]),
        (&Value::Null, &Value::Null, &Value::Null)
    );
    let branding = &boot["branding"];
    assert_eq!(branding["office_id"], office.id.to_string());
    assert_eq!((branding["slug"].as_str(), branding["base_path"].as_str()), (Some("demo"), Some("")));
    assert_eq!(branding["palette"]["brand"], Colour::DEFAULT_BRAND.to_string());
    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn the_policy_allows_the_office_s_own_style_and_the_bucket_and_nothing_inline() {
    let world = World::start().await;
    world.office().await;
    let reply = world.browser().get("/p/demo").await;
    let page = reply.text();
    let style = page.split_once("<style>").unwrap().1.split_once("</style>").unwrap().0;
    let policy = header(&reply, "content-security-policy");
    let hash = format!("'self' '{}'", sha256(style));
    assert_eq!(directive(policy, "style-src"), hash);
    assert_eq!(directive(policy, "script-src"), "'self'");
    assert_eq!(directive(policy, "default-src"), "'none'");
    assert_eq!(directive(policy, "connect-src"), format!("'self' {}", world.cloud.endpoints().s3));
    for (name, value) in [
        ("base-uri", "'none'"),
        ("form-action", "'self'"),
        ("frame-ancestors", "'self'"),
        ("manifest-src", "'self'"),
        ("worker-src", "'self'"),
    ] {
        assert_eq!(directive(policy, name), value);
    }
    assert!(!policy.contains("unsafe"));
}

fn sha256(text: &str) -> String {
    use base64::{Engine as _, engine::general_purpose::STANDARD};
    use sha2::Digest as _;
    format!("sha256-{}", STANDARD.encode(sha2::Sha256::digest(text)))
}

#[tokio::test]
async fn a_portal_is_installed_under_its_own_name_and_colour_where_it_is() {
    let world = World::start().await;
    let office = world.office().await;
    save(&office, |office| {
        office.portal_name = Some(CompanyName::parse("A <b> portal").unwrap());
        office.colour = Colour::parse("#8a3ffc").unwrap();
    })
    .await;
    for (host, base) in [("demo.localhost", ""), ("app.localhost", "/p/demo")] {
        let browser = world.browser().at(host);
        let page = browser.get("/p/demo/c/some/tasks").await.text();
        assert!(
            page.contains(&format!("<link rel=\"manifest\" href=\"{base}/manifest.webmanifest\">")),
            "{host}"
        );
        let reply = browser.get("/p/demo/manifest.webmanifest").await;
        assert_eq!(header(&reply, "content-type"), "application/manifest+json");
        assert_eq!(header(&reply, "cache-control"), "public, max-age=60");
        let manifest = serde_json::from_str::<Value>(&reply.text()).unwrap();
        let start = format!("{base}/");
        assert_eq!((&manifest["start_url"], &manifest["scope"]), (&json!(start), &json!(start)));
        assert_eq!(
            (&manifest["name"], &manifest["theme_color"]),
            (&json!("A <b> portal"), &json!("#8a3ffc"))
        );
        assert_eq!(manifest["icons"][0]["src"], "/assets/portal/icon.svg");
        assert_eq!(manifest.get("description"), None);
    }
}

#[tokio::test]
async fn the_worker_is_asked_for_anew_and_reaches_the_portal_alone() {
    let world = World::start().await;
    world.office().await;
    let reply = world.browser().at("demo.localhost").get("/p/demo/sw.js").await;
    assert_eq!(reply.status.as_u16(), 200);
    assert_eq!(reply.text(), "// the worker");
    assert_eq!(header(&reply, "content-type"), "text/javascript; charset=utf-8");
    assert_eq!(header(&reply, "cache-control"), "no-cache");
    assert_eq!(
        header(&reply, "content-security-policy"),
        "default-src 'none'; script-src 'self'; connect-src 'self'"
    );
    for path in ["/p/nobody/sw.js", "/p/nobody/manifest.webmanifest"] {
        assert_eq!(world.browser().get(path).await.status.as_u16(), 404, "{path}");
    }
}

#[tokio::test]
async fn what_an_office_calls_itself_stays_text() {
    let world = World::start().await;
    let office = world.office().await;
    let hostile = "</script><script>alert(1)</script> \"&' __SILD_BOOT__";
    save(&office, |office| office.portal_name = Some(CompanyName::parse(hostile).unwrap())).await;
    let reply = world.browser().get("/p/demo").await;
    let page = reply.text();
    assert!(!page.contains("<script>alert"));
    assert!(page.contains("<title>&#60;/script&#62;&#60;script&#62;alert(1)&#60;/script&#62; &#34;&#38;&#39; __SILD_BOOT__</title>"));
    assert_eq!(boot(&reply)["branding"]["portal_name"], hostile);
}

#[tokio::test]
async fn a_name_that_nobody_has_and_a_portal_that_is_switched_off_are_one_page() {
    let world = World::start().await;
    let office = world.office().await;
    save(&office, |office| office.portal_is_active = false).await;
    let contact = office.client("Example Bakery").await;
    let signed_in = office.contact(contact, "mari@client.example").await;
    let mut pages = Vec::new();
    for (browser, path) in [
        (world.browser(), "/p/demo"),
        (world.browser(), "/p/demo/c/cli_1/tasks"),
        (signed_in.browser, "/p/demo"),
        (world.browser(), "/p/nobody"),
        (world.browser(), "/p/UPPER--case"),
        (world.browser(), "/p/x"),
    ] {
        let reply = browser.get(path).await;
        assert_eq!(reply.status.as_u16(), 404, "{path}");
        pages.push(super::support::seen(&reply));
    }
    assert!(pages.iter().all(|page| *page == pages[0]));
    let page = String::from_utf8(pages[0].2.clone()).unwrap();
    assert!(page.contains("There is no portal at this address") && page.contains("noindex"));
    assert!(!page.contains("Demo"));
}

// S66
#[tokio::test]
async fn the_login_page_speaks_the_language_that_is_chosen_then_the_browser_s_then_the_office_s() {
    let world = World::start().await;
    let office = world.office().await;
    save(&office, |office| office.language = Language::Fi).await;
    let finnish = "de, fi;q=0.8, en;q=0.5";
    for (path, preferred, language) in [
        ("/p/demo", None, "fi"),
        ("/p/demo", Some("de"), "fi"),
        ("/p/demo", Some("et-EE,et;q=0.9,en;q=0.8"), "et"),
        ("/p/demo", Some(finnish), "fi"),
        ("/p/demo/login?lang=en", Some(finnish), "en"),
        ("/p/demo?x=1&lang=et", Some(finnish), "et"),
        ("/p/demo?lang=sv", Some(finnish), "fi"),
    ] {
        let browser = world.browser();
        let browser = match preferred {
            Some(preferred) => browser.with_header("accept-language", preferred),
            None => browser,
        };
        let reply = browser.get(path).await;
        let page = reply.text();
        assert!(page.contains(&format!("<html lang=\"{language}\">")), "{path} {preferred:?}");
        assert!(page.contains(&format!("<form lang=\"{language}\"")), "{path} {preferred:?}");
        assert_eq!(boot(&reply)["branding"]["language"], language, "{path} {preferred:?}");
    }
}

// S66
#[tokio::test]
async fn who_is_signed_in_reads_their_own_language_whatever_the_browser_prefers() {
    let world = World::start().await;
    let office = world.office().await;
    let client = office.client("Example Bakery").await;
    let mari = office.contact(client, "mari@client.example").await;
    let path = format!("/api/office/clients/{client}/contacts/{}", mari.id);
    office.owner().if_match(1).patch(&path, json!({ "language": "et" })).await.expect(200);
    let reply = mari.browser.with_header("accept-language", "fi").get("/p/demo").await;
    let page = reply.text();
    assert!(page.contains("<html lang=\"et\">"));
    // What they need beside the page's script is named in the page, with the texts of their language.
    assert!(page.contains("<link rel=\"modulepreload\" href=\"et.js\">"));
    assert_eq!(boot(&reply)["session"]["contact"]["language"], "et");
}

// S66
#[tokio::test]
async fn the_page_that_is_not_there_speaks_the_browser_s_language_too() {
    let world = World::start().await;
    for (language, heading) in [
        ("en", "There is no portal at this address"),
        ("et", "Sellel aadressil ei ole portaali"),
        ("fi", "Tässä osoitteessa ei ole portaalia"),
    ] {
        let reply = world.browser().with_header("accept-language", language).get("/p/nobody").await;
        assert_eq!(reply.status.as_u16(), 404);
        let page = reply.text();
        assert!(
            page.contains(&format!("<html lang=\"{language}\">")) && page.contains(heading),
            "{language}"
        );
    }
}

#[tokio::test]
async fn a_former_name_leads_to_the_same_place_under_the_new_one() {
    // S5
    let world = World::start().await;
    let office = world.office().await;
    let owner = office.owner();
    let settings = owner.get("/api/office/portal").await.expect(200);
    let body = json!({ "slug": "new-name", "name": "Demo Office" });
    owner.if_match(&settings["version"]).put("/api/office/portal", body).await.expect(200);
    let own_host = world.browser().at("demo.localhost");
    for (browser, path, location) in [
        (&own_host, "/p/demo", "http://new-name.localhost/"),
        (&own_host, "/p/demo/c/cli_1/tasks?x=1", "http://new-name.localhost/c/cli_1/tasks?x=1"),
        (&world.browser(), "/p/demo/c/cli_1/tasks", "/p/new-name/c/cli_1/tasks"),
    ] {
        let reply = browser.get(path).await;
        assert_eq!(reply.status.as_u16(), 301);
        assert_eq!(header(&reply, "location"), location);
    }
    assert_eq!(world.browser().get("/p/new-name").await.status.as_u16(), 200);
}

/// Renames the portal.
async fn rename(office: &Office, slug: &str) {
    let owner = office.owner();
    let settings = owner.get("/api/office/portal").await.expect(200);
    let body = json!({ "slug": slug, "name": "Demo Office" });
    owner.if_match(&settings["version"]).put("/api/office/portal", body).await.expect(200);
}

#[tokio::test]
async fn every_name_that_a_portal_ever_had_leads_at_once_to_the_one_that_it_has() {
    // S5
    let world = World::start().await;
    let office = world.office().await;
    for slug in ["second", "third", "fourth"] {
        rename(&office, slug).await;
    }
    for former in ["demo", "second", "third"] {
        let reply = world.browser().get(&format!("/p/{former}/c/cli_1/tasks?x=1")).await;
        assert_eq!(reply.status.as_u16(), 301, "{former}");
        assert_eq!(header(&reply, "location"), "/p/fourth/c/cli_1/tasks?x=1");
    }
    assert_eq!(world.browser().get("/p/fourth").await.status.as_u16(), 200);
}

#[tokio::test]
async fn an_office_that_takes_its_former_name_back_leads_nobody_round_in_circles() {
    // S5
    let world = World::start().await;
    let office = world.office().await;
    rename(&office, "second").await;
    let there = world.browser().get("/p/demo").await;
    assert_eq!(header(&there, "cache-control"), "no-cache", "or a browser would keep the way there");
    rename(&office, "demo").await;
    assert_eq!(world.browser().get("/p/demo").await.status.as_u16(), 200);
    let back = world.browser().get("/p/second/login").await;
    assert_eq!((back.status.as_u16(), header(&back, "location")), (301, "/p/demo/login"));
}

#[tokio::test]
async fn a_former_name_of_a_portal_that_is_switched_off_leads_nowhere_and_stays_its_own() {
    // S1, S5
    let world = World::start().await;
    let office = world.office().await;
    let other = world.office_named("Other Office", "other").await.owner();
    rename(&office, "second").await;
    office.owner().post("/api/office/portal/deactivate", json!({})).await.expect(200);
    let nobodys = super::support::seen(&world.browser().get("/p/nobody").await);
    for name in ["demo", "second"] {
        assert_eq!(super::support::seen(&world.browser().get(&format!("/p/{name}")).await), nobodys);
        let check = other.get(&format!("/api/office/portal/name-check?name={name}")).await.expect(200);
        assert_eq!(check["reason"], "taken");
        let body = json!({ "slug": name, "name": "Other Office" });
        other.if_match(1).put("/api/office/portal", body).await.expect_problem(409, "name_taken");
    }
    office.owner().post("/api/office/portal/activate", json!({})).await.expect(200);
    assert_eq!(world.browser().get("/p/demo").await.status.as_u16(), 301);
}

#[tokio::test]
async fn who_is_signed_in_gets_their_first_tasks_with_the_page() {
    let world = World::start().await;
    let office = world.office().await;
    let client = office.client("Example Bakery").await;
    let mari = office.contact(client, "mari@client.example").await;
    let owner = office.owner();
    let task = owner
        .post(
            "/api/office/tasks",
            json!({ "client_id": client, "title": "Bank statement", "due": "2026-03-31" }),
        )
        .await
        .expect(201);
    owner
        .post(&format!("/api/office/tasks/{}/assign", task["id"].as_str().unwrap()), json!({}))
        .await
        .expect(200);
    let reply = mari.get("/p/demo").await;
    assert_eq!(header(&reply, "cache-control"), "private, no-store");
    let page = reply.text();
    assert!(page.contains("content=\"noindex,nofollow\"") && !page.contains("<form"));
    // They can be read before the script comes, where the address is that of the list.
    let id = task["id"].as_str().unwrap();
    let row =
        format!("<a class=\"first-row first-unread\" href=\"/c/{client}/tasks/{id}\">Bank statement</a>");
    assert!(
        page.contains(&format!("<div id=\"root\"><main lang=\"en\"><ul><li>{row}</li></ul></main></div>"))
    );
    let list = mari.get(&format!("/p/demo/c/{client}/tasks")).await.text();
    assert!(list.contains(&row));
    for elsewhere in [format!("/p/demo/c/{client}/tasks/{id}"), "/p/demo/profile".to_owned()] {
        assert!(mari.get(&elsewhere).await.text().contains("<div id=\"root\"></div>"), "{elsewhere}");
    }
    let boot = boot(&reply);
    assert_eq!(boot["session"], mari.get(&format!("/api/portal/{}/session", office.id)).await.expect(200));
    assert_eq!(boot["client"], client.to_string());
    let listed = mari.get(&format!("/api/portal/{}/clients/{client}/tasks", office.id)).await.expect(200);
    assert_eq!(boot["tasks"], listed);
    assert_eq!(boot["tasks"]["items"][0]["title"], "Bank statement");
}

#[tokio::test]
async fn the_address_chooses_among_the_clients_of_a_contact_and_never_another() {
    let world = World::start().await;
    let office = world.office().await;
    let first = office.client("Alpha").await;
    let second = office.client("Beta").await;
    let foreign = office.client("Gamma").await;
    let mari = office.contact(first, "mari@client.example").await;
    office.add_contact_to(mari.id.parse().unwrap(), second, true).await;
    for (path, shown) in [
        ("/p/demo".to_owned(), first),
        (format!("/p/demo/c/{second}/tasks"), second),
        (format!("/p/demo/c/{foreign}/tasks"), first),
        ("/p/demo/c/cli_1/tasks".to_owned(), first),
    ] {
        assert_eq!(boot(&mari.get(&path).await)["client"], shown.to_string(), "{path}");
    }
}

#[tokio::test]
async fn a_deep_link_of_who_is_not_signed_in_becomes_the_target_of_the_form() {
    let world = World::start().await;
    world.office().await;
    let reply = world.browser().get("/p/demo/c/cli_1/tasks/tsk_1").await;
    assert_eq!(reply.status.as_u16(), 200);
    let page = reply.text();
    assert!(page.contains("value=\"/c/cli_1/tasks/tsk_1\""), "{page}");
    assert!(page.contains("content=\"noindex,nofollow\""));
    let login = world.browser().get("/p/demo/login").await.text();
    assert!(login.contains("name=\"target\" value=\"\""), "{login}");
    let hostile = world.browser().get("/p/demo/%22%3E%3Cscript%3E").await.text();
    assert!(!hostile.contains("\"><script>"));
}

#[tokio::test]
async fn the_base_path_is_that_of_the_host_which_the_browser_is_on() {
    let world = World::start().await;
    world.office().await;
    for (host, base_path) in
        [("demo.localhost", ""), ("app.localhost", "/p/demo"), ("other.localhost", "/p/demo")]
    {
        let reply = world.browser().at(host).get("/p/demo/").await;
        assert_eq!(boot(&reply)["branding"]["base_path"], base_path, "{host}");
    }
}

#[tokio::test]
async fn asking_for_the_head_of_the_page_changes_nothing_either() {
    let world = World::start().await;
    let office = world.office().await;
    let before = world.snapshot().await;
    let reply = world.browser().send(Method::HEAD, "/p/demo/login", None).await;
    assert_eq!(reply.status.as_u16(), 200);
    assert!(reply.bytes.is_empty());
    assert_eq!(world.snapshot().await, before);
    assert_eq!(office.slug, "demo");
}
