use http::Method;
use mail_parser::MessageParser;
use serde_json::{Value, json};
use sild_local::Mail;
use sild_tests::{Browser, Person, Reply, World};

use crate::desk::{Desk, path};

const FORM: &str = "application/x-www-form-urlencoded";

/// The address in a mail's header, as a mail program reads it.
fn link(world: &World, mail: &Mail) -> String {
    let raw = world.cloud.raw_mail(&mail.id).unwrap().unwrap();
    let parsed = MessageParser::default().parse(&raw).unwrap();
    let one_click = parsed.header_raw("List-Unsubscribe-Post").unwrap().trim();
    assert_eq!(one_click, "List-Unsubscribe=One-Click");
    let header = parsed.header_raw("List-Unsubscribe").unwrap().trim().to_owned();
    let link = header.strip_prefix('<').unwrap().strip_suffix('>').unwrap().to_owned();
    assert!(mail.text.contains(&link) && mail.html.contains(&link), "the footers have it too");
    link
}

/// The path of a link.
fn path_of(link: &str) -> String {
    let (_, rest) = link.split_once("://").unwrap();
    rest.split_at(rest.find('/').unwrap()).1.to_owned()
}

/// What a mail program does when its own button is pressed: no cookie, no `Origin`.
async fn one_click(desk: &Desk, link: &str) -> Reply {
    post(&without_origin(desk), &path_of(link), "List-Unsubscribe=One-Click").await
}

fn without_origin(desk: &Desk) -> Browser {
    // The origin of nobody.
    desk.world.browser().with_header("origin", "")
}

async fn post(browser: &Browser, path: &str, form: &str) -> Reply {
    browser.send_bytes(Method::POST, path, Some((form.as_bytes().to_vec(), FORM))).await
}

/// A desk with a contact who has just been told of a task, and the link in that mail.
async fn told_contact() -> (Desk, Person, String) {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    desk.assigned(json!({})).await;
    desk.world.advance_minutes(10).await;
    let mail = desk.world.mails_to(&mari.email).pop().unwrap();
    let link = link(&desk.world, &mail);
    (desk, mari, link)
}

async fn mails_of(contact: &Person) -> Value {
    let settings = format!("/api/portal/{}/notification-settings", contact.office);
    let settings = contact.get(&settings).await.expect(200);
    json!([
        settings["task_assigned"]["mail"],
        settings["reminder"]["mail"],
        settings["portal_message"]["mail"],
        settings["task_withdrawn"]["mail"]
    ])
}

#[tokio::test]
async fn one_click_of_a_mail_program_stops_mails_of_that_kind_and_no_others() {
    let (desk, mari, link) = told_contact().await;
    assert!(link.starts_with("http://demo.localhost/api/unsubscribe/"), "{link}");
    assert!(!link.contains('@') && !link.contains("mari"), "{link}");
    assert_eq!(one_click(&desk, &link).await.status, 200);
    assert_eq!(mails_of(&mari).await, json!([false, true, true, true]));
    let task = desk.assigned(json!({ "title": "Another" })).await;
    desk.world.advance_minutes(10).await;
    assert_eq!(desk.world.mails_to(&mari.email).len(), 1);
    let message = json!({ "visibility": "portal", "text": "Hello." });
    desk.owner.post(&path(&task, "/messages"), message).await.expect(201);
    desk.world.advance_minutes(10).await;
    assert_eq!(desk.world.mails_to(&mari.email).len(), 2);

    let before = desk.world.snapshot().await;
    assert_eq!(one_click(&desk, &link).await.status, 200);
    assert_eq!(desk.world.snapshot().await, before, "again changes nothing");
}

#[tokio::test]
async fn the_link_in_a_reminder_stops_reminders_and_new_tasks_still_come() {
    // S62
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let task = desk.assigned(json!({})).await;
    desk.world.advance_minutes(10).await;
    desk.act(&task, "remind").await.expect(202);
    desk.world.settle().await;
    let reminder = desk.world.mails_to(&mari.email).pop().unwrap();
    assert_eq!(one_click(&desk, &link(&desk.world, &reminder)).await.status, 200);
    assert_eq!(mails_of(&mari).await, json!([true, false, true, true]));
}

#[tokio::test]
async fn a_multipart_click_and_a_bare_one_stop_mails_too() {
    for (content_type, body) in [
        (
            "multipart/form-data; boundary=x",
            "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n",
        ),
        (FORM, ""),
    ] {
        let (desk, mari, link) = told_contact().await;
        let body = Some((body.as_bytes().to_vec(), content_type));
        let reply = without_origin(&desk).send_bytes(Method::POST, &path_of(&link), body).await;
        assert_eq!(reply.status, 200);
        assert_eq!(mails_of(&mari).await, json!([false, true, true, true]), "{content_type}");
    }
}

#[tokio::test]
async fn looking_at_a_link_changes_nothing() {
    let (desk, mari, link) = told_contact().await;
    let before = desk.world.snapshot().await;
    for method in [Method::GET, Method::HEAD, Method::GET] {
        let reply = desk.world.browser().send(method, &path_of(&link), None).await;
        assert_eq!(reply.status, 200);
        assert_eq!(reply.headers["referrer-policy"], "no-referrer");
        assert_eq!(reply.headers["cache-control"], "no-store");
        assert!(reply.headers["content-security-policy"].to_str().unwrap().starts_with("default-src 'none'"));
    }
    assert_eq!(desk.world.snapshot().await, before);
    assert_eq!(mails_of(&mari).await, json!([true, true, true, true]));
}

#[tokio::test]
async fn the_page_asks_says_what_was_switched_and_switches_back() {
    let (desk, mari, link) = told_contact().await;
    let (browser, path) = (desk.world.browser().at("demo.localhost"), path_of(&link));
    let page = browser.get(&path).await.text();
    assert!(page.contains("Stop these mails?") && page.contains("<li>new tasks</li>"), "{page}");
    assert!(page.contains("Demo Office mails you about:"), "{page}");
    assert!(page.contains(&format!("<form method=\"post\" action=\"{path}\">")), "{page}");
    assert!(page.contains("name=\"mails\" value=\"off\"") && !page.contains("<script"), "{page}");
    assert!(!page.contains("mari"), "whoever has the link learns of nobody");

    let page = post(&browser, &path, "mails=off").await.text();
    assert!(
        page.contains("These mails have stopped") && page.contains("name=\"mails\" value=\"on\""),
        "{page}"
    );
    assert_eq!(mails_of(&mari).await, json!([false, true, true, true]));
    assert_eq!(browser.get(&path).await.text(), page, "and says so later");

    let page = post(&browser, &path, "mails=on").await.text();
    assert!(page.contains("You get these mails again") && page.contains("value=\"off\""), "{page}");
    assert_eq!(mails_of(&mari).await, json!([true, true, true, true]));
}

#[tokio::test]
async fn the_page_is_in_the_language_of_the_person() {
    // S66
    let (desk, mari, link) = told_contact().await;
    let card = format!("/api/office/contacts/{}", mari.id);
    let version = desk.owner.get(&card).await.expect(200)["version"].clone();
    let edit = format!("/api/office/clients/{}/contacts/{}", desk.client, mari.id);
    desk.owner.if_match(version).patch(&edit, json!({ "language": "et" })).await.expect(200);
    let english = desk.world.browser().with_header("accept-language", "en");
    let page = english.get(&path_of(&link)).await.text();
    assert!(page.contains("<html lang=\"et\">") && page.contains("<li>uued ülesanded</li>"), "{page}");
}

#[tokio::test]
async fn a_mail_about_several_things_is_stopped_for_each_of_them() {
    // S49, S50
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let task = desk.assigned(json!({})).await;
    mari.post(&desk.portal_task(&task, "/messages"), json!({ "text": "Hello." })).await.expect(201);
    desk.request(&mari, "A question").await;
    desk.world.advance_minutes(10).await;
    let mail = desk.world.mails_to(&desk.owner.email).pop().unwrap();
    let link = link(&desk.world, &mail);
    assert!(link.starts_with("http://app.localhost/api/unsubscribe/"), "{link}");
    let page = one_click(&desk, &link).await.text();
    assert!(page.contains("<li>new requests</li><li>messages</li>") && page.contains("Sild"), "{page}");
    let settings = desk.owner.get("/api/office/notification-settings").await.expect(200);
    for (kind, mail) in
        [("new_request", false), ("portal_message", false), ("client_file", true), ("client_done", true)]
    {
        assert_eq!(settings[kind], json!({ "mail": mail, "in_app": true }), "{kind}");
    }
}

#[tokio::test]
async fn a_link_leads_to_nothing_once_one_letter_of_it_is_another() {
    let (desk, mari, link) = told_contact().await;
    let jaan = desk.contact("jaan").await;
    let other = desk.world.office_named("Other Office", "other").await;
    let path = path_of(&link);
    let parts = path.rsplit('/').next().unwrap().split('.').map(str::to_owned).collect::<Vec<_>>();
    let with = |place: usize, value: &str| {
        let mut parts = parts.clone();
        parts[place] = value.to_owned();
        parts.join(".")
    };
    let signature = &parts[5];
    let flipped = if signature.starts_with('A') { "B" } else { "A" };
    let tampered = [
        with(5, &format!("{flipped}{}", signature.get(1..).unwrap())),
        with(5, ""),
        with(4, "m"),
        with(4, "am"),
        with(3, &jaan.id.replace("con_", "")),
        with(3, "01jnb000000000000000000000"),
        with(2, "m"),
        with(1, &other.id.key()),
        with(1, "01jnb000000000000000000000"),
        with(0, "v2"),
        "x".to_owned(),
        "%00".to_owned(),
        "a".repeat(4_000),
    ];
    let before = desk.world.snapshot().await;
    let nothing = desk.world.browser().get("/api/unsubscribe/never-was").await;
    assert_eq!(nothing.status, 404);
    assert!(nothing.text().contains("This link leads nowhere"));
    for token in tampered {
        let path = format!("/api/unsubscribe/{token}");
        let shown = desk.world.browser().get(&path).await;
        let posted = post(&without_origin(&desk), &path, "List-Unsubscribe=One-Click").await;
        for reply in [shown, posted] {
            assert_eq!((reply.status.as_u16(), &reply.bytes), (404, &nothing.bytes), "{token}");
        }
    }
    assert_eq!(desk.world.snapshot().await, before);
    assert_eq!(mails_of(&mari).await, json!([true, true, true, true]));
    let in_finnish = desk.world.browser().with_header("accept-language", "fi");
    assert!(in_finnish.get("/api/unsubscribe/x").await.text().contains("<html lang=\"fi\">"));
}

#[tokio::test]
async fn the_key_of_one_office_opens_nothing_in_another() {
    let (desk, _, link) = told_contact().await;
    let other = desk.world.office_named("Other Office", "other").await;
    let client = other.client("Example Garage").await;
    let mari = other.contact(client, "mari@client.example").await;
    let task = json!({ "client_id": client, "title": "Receipts" });
    let task = other.owner().post("/api/office/tasks", task).await.expect(201);
    other.owner().post(&path(&task, "/assign"), json!({})).await.expect(200);
    desk.world.advance_minutes(10).await;
    let mail = desk.world.mails_to(&mari.email).pop().unwrap();
    let foreign = self::link(&desk.world, &mail);
    let tokens = [&link, &foreign].map(|link| path_of(link).rsplit('/').next().unwrap().to_owned());
    let [own, foreign] = tokens;
    let (claim, _) = own.rsplit_once('.').unwrap();
    let (_, signature) = foreign.rsplit_once('.').unwrap();
    let forged = format!("http://x/api/unsubscribe/{claim}.{signature}");
    let before = desk.world.snapshot().await;
    assert_eq!(one_click(&desk, &forged).await.status, 404);
    assert_eq!(desk.world.snapshot().await, before);
}

#[tokio::test]
async fn the_link_of_an_erased_person_leads_to_nothing() {
    let (desk, mari, link) = told_contact().await;
    let key = |items: &[Value]| items.iter().filter(|item| item.get("mail_key").is_some()).count();
    assert_eq!(key(&desk.world.snapshot().await), 1);
    let export = json!({ "office_id": desk.office.id, "contact_id": mari.id });
    let export = desk.world.call("export_person", export).await.unwrap();
    assert!(!export.to_string().contains("mail_key"), "a secret is not handed out");
    let erase = json!({ "office_id": desk.office.id, "contact_id": mari.id });
    desk.world.call("erase_person", erase).await.unwrap();
    let before = desk.world.snapshot().await;
    assert_eq!(key(&before), 0);
    let nothing = desk.world.browser().get("/api/unsubscribe/never-was").await;
    assert_eq!(desk.world.browser().get(&path_of(&link)).await.bytes, nothing.bytes);
    let reply = one_click(&desk, &link).await;
    assert_eq!((reply.status.as_u16(), &reply.bytes), (404, &nothing.bytes));
    assert_eq!(desk.world.snapshot().await, before);
}

#[tokio::test]
async fn no_other_write_is_taken_without_an_origin() {
    let desk = Desk::start().await;
    let browser = without_origin(&desk);
    browser.post("/api/office-login", json!({ "email": "a@b.ee" })).await.expect_problem(403, "wrong_origin");
}

#[tokio::test]
async fn what_nobody_can_switch_off_carries_no_link() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let browser = desk.world.browser();
    browser.post("/api/portals/demo/login", json!({ "email": mari.email })).await.expect(202);
    browser.post("/api/office-login", json!({ "email": desk.owner.email })).await.expect(202);
    let invitation = json!({ "name": "New", "email": "new@demo.example", "role": "member" });
    desk.owner.post("/api/office/members", invitation).await.expect(201);
    let closed = desk.office.closed_client("Example Garage").await;
    desk.office.contact_without_session(closed, "jaan@client.example", false).await;
    let opening = json!({ "client_ids": [closed], "with_invitations": true });
    desk.owner.post("/api/office/bulk-openings", opening).await.expect(202);
    desk.world.settle().await;
    let mails = desk.world.mails();
    assert_eq!(mails.len(), 4);
    for mail in mails {
        let raw = desk.world.cloud.raw_mail(&mail.id).unwrap().unwrap();
        let parsed = MessageParser::default().parse(&raw).unwrap();
        assert!(parsed.header_raw("List-Unsubscribe").is_none(), "{}", mail.subject);
        assert!(!mail.text.contains("unsubscribe"), "{}", mail.subject);
    }
    let keys = desk.world.snapshot().await.into_iter().filter(|item| item.get("mail_key").is_some());
    assert_eq!(keys.count(), 0);
}
