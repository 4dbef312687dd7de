use mail_parser::MessageParser;
use serde_json::json;
use sild_local::Mail;
use sild_tests::{Office, World};

const MARI: &str = "mari@client.example";

/// A task that the client has just been given, as the paths of the office and of the portal.
async fn assigned_task(office: &Office) -> (String, String) {
    let client = office.client("Example Bakery").await;
    office.contact_without_session(client, MARI, true).await;
    let new = json!({ "client_id": client.to_string(), "title": "Bank statement" });
    let task = office.owner().post("/api/office/tasks", new).await.expect(201);
    let id = task["id"].as_str().unwrap();
    let paths =
        (format!("/api/office/tasks/{id}"), format!("/api/portal/{}/clients/{client}/tasks/{id}", office.id));
    office.owner().post(&format!("{}/assign", paths.0), json!({})).await.expect(200);
    paths
}

async fn write_to_client(office: &Office, task: &str, text: &str) {
    let message = json!({ "visibility": "portal", "text": text });
    office.owner().post(&format!("{task}/messages"), message).await.expect(201);
}

#[tokio::test]
async fn a_message_before_the_announcement_sends_no_mail_of_its_own() {
    let world = World::start().await;
    let office = world.office().await;
    let (task, _) = assigned_task(&office).await;
    write_to_client(&office, &task, "One more thing.").await;
    world.advance_minutes(4).await;
    assert!(world.mails_to(MARI).is_empty());
    world.advance_minutes(10).await;
    let mails = world.mails_to(MARI);
    assert_eq!(mails.len(), 1);
    assert!(mails[0].subject.contains("Bank statement"));
    assert!(!mails[0].text.contains("One more thing."));
}

#[tokio::test]
async fn assigning_again_waits_again_whatever_is_written_meanwhile() {
    let world = World::start().await;
    let office = world.office().await;
    let (task, _) = assigned_task(&office).await;
    world.advance_minutes(10).await;
    office.owner().post(&format!("{task}/withdraw"), json!({})).await.expect(200);
    world.advance_minutes(10).await;
    let before = world.mails_to(MARI).len();
    office.owner().post(&format!("{task}/assign"), json!({})).await.expect(200);
    write_to_client(&office, &task, "Please after all.").await;
    world.advance_minutes(3).await;
    office.owner().post(&format!("{task}/withdraw"), json!({})).await.expect(200);
    world.advance_minutes(20).await;
    assert_eq!(world.mails_to(MARI).len(), before);
}

#[tokio::test]
async fn messages_close_together_leave_as_one_mail() {
    // S49 to S54: joined
    let world = World::start().await;
    let office = world.office().await;
    let (task, portal_task) = assigned_task(&office).await;
    world.advance_minutes(10).await;
    assert_eq!(world.mails_to(MARI).len(), 1);
    write_to_client(&office, &task, "First.").await;
    world.advance_minutes(1).await;
    write_to_client(&office, &task, "Second.").await;
    world.advance_minutes(20).await;
    let mails = world.mails_to(MARI);
    assert_eq!(mails.len(), 2);
    assert!(!mails[1].text.contains("First.") && !mails[1].text.contains("Second."));
    assert!(world.mails_to("owner@demo.example").is_empty());

    let client = portal_task.split('/').nth(5).unwrap().parse().unwrap();
    let colleague = office.contact(client, "jaan@client.example").await;
    for text in ["Here it is.", "And the second page."] {
        colleague.post(&format!("{portal_task}/messages"), json!({ "text": text })).await.expect(201);
    }
    world.advance_minutes(20).await;
    assert_eq!(world.mails_to("owner@demo.example").len(), 1);
    assert_eq!(world.mails_to(MARI).len(), 3);
    assert!(world.mails_to("jaan@client.example").is_empty());
    assert!(world.cloud.dead_letters().unwrap().is_empty());
}

/// The conversation that a mail says it belongs to, by its `References` and its `In-Reply-To`.
fn conversation(world: &World, mail: &Mail) -> Option<String> {
    let raw = world.cloud.raw_mail(&mail.id).unwrap().unwrap();
    let mail = MessageParser::default().parse(&raw).unwrap();
    let references = mail.references().as_text().map(str::to_owned);
    assert_eq!(mail.in_reply_to().as_text(), references.as_deref());
    references
}

#[tokio::test]
async fn the_announcement_of_a_task_and_all_later_mails_about_it_are_one_conversation() {
    let world = World::start().await;
    let office = world.office().await;
    let (task, _) = assigned_task(&office).await;
    world.advance_minutes(10).await;
    write_to_client(&office, &task, "One more thing.").await;
    world.advance_minutes(10).await;
    office.owner().post(&format!("{task}/withdraw"), json!({})).await.expect(200);
    world.advance_minutes(10).await;
    let mails = world.mails_to(MARI);
    assert_eq!(mails.len(), 3);
    let id = task.rsplit('/').next().unwrap();
    for mail in &mails {
        assert!(conversation(&world, mail).unwrap().starts_with(&format!("{id}@")), "{}", mail.subject);
    }
}

#[tokio::test]
async fn a_mail_that_tells_of_several_tasks_belongs_to_no_conversation() {
    let world = World::start().await;
    let office = world.office().await;
    let client = office.client("Example Bakery").await;
    office.contact_without_session(client, MARI, true).await;
    for title in ["Bank statement", "Receipts"] {
        let new = json!({ "client_id": client.to_string(), "title": title });
        let task = office.owner().post("/api/office/tasks", new).await.expect(201);
        let path = format!("/api/office/tasks/{}/assign", task["id"].as_str().unwrap());
        office.owner().post(&path, json!({})).await.expect(200);
    }
    world.advance_minutes(10).await;
    let mails = world.mails_to(MARI);
    assert_eq!((mails.len(), conversation(&world, &mails[0])), (1, None));
}
