//! What is in the demo office: companies, and tasks in every state.

use aws_sdk_s3::primitives::ByteStream;
use jiff::{ToSpan as _, civil::Date};
use serde_json::{Value, json};
use sild_app::Context;

use super::{
    CONTACT,
    person::{Person, text},
};

/// A company of the demo.
pub(super) struct Company {
    name: &'static str,
    registry_code: &'static str,
    contacts: &'static [(&'static str, &'static str)],
    pub(super) is_invited: bool,
}

/// The companies: two that share a contact, one without access, one without contacts.
pub(super) const COMPANIES: &[Company] = &[
    Company {
        name: "Example Bakery OÜ",
        registry_code: "10000001",
        contacts: &[("Demo Contact", CONTACT), ("Second Contact", "second@bakery.example")],
        is_invited: true,
    },
    Company {
        name: "Example Timber AS",
        registry_code: "10000002",
        contacts: &[("Demo Contact", CONTACT)],
        is_invited: true,
    },
    Company {
        name: "Example Café OÜ",
        registry_code: "10000003",
        contacts: &[("Third Contact", "third@cafe.example")],
        is_invited: false,
    },
    Company { name: "Example Studio OÜ", registry_code: "10000004", contacts: &[], is_invited: false },
];

/// What becomes of a task.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Internal,
    Assigned,
    Talked,
    DoneByClient,
    Completed,
    Withdrawn,
}

struct TaskOfDemo {
    title: &'static str,
    description: &'static str,
    due_in_days: Option<i64>,
    checklist: &'static [&'static str],
    fate: Fate,
}

const BAKERY: &[TaskOfDemo] = &[
    TaskOfDemo {
        title: "Receipts for fuel and parking",
        description: "Please photograph all receipts of last month. The total must be readable.",
        due_in_days: Some(-2),
        checklist: &["Fuel", "Parking"],
        fate: Fate::Talked,
    },
    TaskOfDemo {
        title: "Bank statement of last month",
        description: "The statement of every account as a PDF, straight from the bank.",
        due_in_days: Some(3),
        checklist: &["Current account", "Savings account", "Credit card"],
        fate: Fate::Assigned,
    },
    TaskOfDemo {
        title: "Sign the annual report",
        description: "The report waits for your signature in the business register.",
        due_in_days: Some(20),
        checklist: &[],
        fate: Fate::Assigned,
    },
    TaskOfDemo {
        title: "Inventory count",
        description: "The list of goods in stock on the last day of the month.",
        due_in_days: Some(5),
        checklist: &["Raw materials", "Finished goods"],
        fate: Fate::DoneByClient,
    },
    TaskOfDemo {
        title: "New employee’s contract",
        description: "A copy of the signed contract.",
        due_in_days: None,
        checklist: &[],
        fate: Fate::Completed,
    },
    TaskOfDemo {
        title: "Check VAT codes",
        description: "Compare the purchase invoices with the new rates.",
        due_in_days: Some(1),
        checklist: &["Domestic", "Intra-community"],
        fate: Fate::Internal,
    },
    TaskOfDemo {
        title: "Old register extract",
        description: "Not needed after all.",
        due_in_days: None,
        checklist: &[],
        fate: Fate::Withdrawn,
    },
];

const TIMBER: &[TaskOfDemo] = &[TaskOfDemo {
    title: "Sales invoices",
    description: "Everything that was sold and is not in the invoicing program.",
    due_in_days: Some(7),
    checklist: &[],
    fate: Fate::Assigned,
}];

/// Makes a company with its contacts: its id.
pub(super) async fn make_company(owner: &mut Person, company: &Company) -> anyhow::Result<String> {
    let new = json!({ "name": company.name, "registry_code": company.registry_code });
    let client = owner.post("/api/office/clients", new).await?;
    let id = text(&client["id"]).to_owned();
    for (name, email) in company.contacts {
        let contact = json!({ "name": name, "email": email, "has_access": company.is_invited });
        owner.post(&format!("/api/office/clients/{id}/contacts"), contact).await?;
    }
    Ok(id)
}

/// Makes the tasks of a company and lets them come to where the demo begins.
pub(super) async fn make_tasks(
    cx: &Context,
    owner: &mut Person,
    contact: &mut Person,
    company: &Company,
    client: &str,
) -> anyhow::Result<()> {
    let tasks = match company.registry_code {
        "10000001" => BAKERY,
        "10000002" => TIMBER,
        _ => return Ok(()),
    };
    let session = owner.get("/api/office/session").await?;
    let today: Date = text(&session["today"]).parse()?;
    let me = session["member"]["id"].clone();
    let portal = portal_path(owner, client).await?;
    for task in tasks {
        make_task(cx, owner, contact, task, client, &portal, today, &me).await?;
    }
    if company.registry_code == "10000001" {
        let series = json!({
            "client_id": client, "title": "Monthly documents", "assign_to_client": true, "assignee_id": me,
            "description": "Everything of the month that is over.",
            "checklist": [{ "text": "Purchase invoices" }, { "text": "Bank statement" }],
            "recurrence": {
                "frequency": { "kind": "monthly", "day": { "kind": "last" } }, "every": 1, "weekend": "before",
                "start": today.to_string(), "end": { "kind": "never" }, "due_after_days": 10,
            },
        });
        owner.post("/api/office/series", series).await?;
    }
    Ok(())
}

async fn portal_path(owner: &mut Person, client: &str) -> anyhow::Result<String> {
    let session = owner.get("/api/office/session").await?;
    Ok(format!("/api/portal/{}/clients/{client}/tasks", text(&session["office"]["id"])))
}

#[expect(clippy::too_many_arguments, reason = "all of it is one story, told once")]
async fn make_task(
    cx: &Context,
    owner: &mut Person,
    contact: &mut Person,
    task: &TaskOfDemo,
    client: &str,
    portal: &str,
    today: Date,
    me: &Value,
) -> anyhow::Result<()> {
    let due = task.due_in_days.map(|days| today.saturating_add(days.days()).to_string());
    let lines = task.checklist.iter().map(|line| json!({ "text": line })).collect::<Vec<_>>();
    let new = json!({
        "client_id": client, "title": task.title, "description": task.description, "due": due, "checklist": lines,
        "client_may_tick": true, "assignee_id": me,
    });
    let made = owner.post("/api/office/tasks", new).await?;
    let id = text(&made["id"]).to_owned();
    let office_task = format!("/api/office/tasks/{id}");
    let portal_task = format!("{portal}/{id}");
    if task.fate != Fate::Internal {
        owner.post(&format!("{office_task}/assign"), json!({})).await?;
    }
    match task.fate {
        Fate::Internal | Fate::Assigned => {}
        Fate::Talked => talk(cx, owner, contact, &office_task, &portal_task).await?,
        Fate::DoneByClient => {
            contact.post(&format!("{portal_task}/done"), json!({})).await?;
        }
        Fate::Completed => {
            owner.post(&format!("{office_task}/complete"), json!({})).await?;
        }
        Fate::Withdrawn => {
            owner.post(&format!("{office_task}/withdraw"), json!({})).await?;
        }
    }
    Ok(())
}

/// A file, a question, a note that stays in the office, and an answer.
async fn talk(
    cx: &Context,
    owner: &mut Person,
    contact: &mut Person,
    office_task: &str,
    portal_task: &str,
) -> anyhow::Result<()> {
    let bytes = pdf("Receipt: fuel, 41.20 l, total 68.39");
    let file =
        json!({ "name": "fuel-receipt.pdf", "size_bytes": bytes.len(), "content_type": "application/pdf" });
    let upload = contact.post(&format!("{portal_task}/files"), file).await?;
    put(cx, text(&upload["url"]), bytes).await?;
    let complete = format!("{portal_task}/files/{}/complete", text(&upload["file_id"]));
    contact.post(&complete, json!({})).await?;
    let question = json!({ "text": "Here is the fuel. Do you need the parking app’s summary as well?" });
    let question = contact.post(&format!("{portal_task}/messages"), question).await?;
    let note = json!({ "visibility": "internal", "text": "The car is used privately too: check the share." });
    owner.post(&format!("{office_task}/messages"), note).await?;
    let answer = json!({
        "visibility": "portal", "text": "Yes, the summary is enough for parking.", "reply_to": question["id"],
    });
    owner.post(&format!("{office_task}/messages"), answer).await?;
    Ok(())
}

/// Stores bytes where a ticket leads.
async fn put(cx: &Context, url: &str, bytes: Vec<u8>) -> anyhow::Result<()> {
    let path = url.split('?').next().unwrap_or_default();
    let marker = format!("/{}/", cx.config.bucket);
    let key = path.split_once(&marker).map(|(_, key)| key).unwrap_or_default();
    cx.s3
        .put_object()
        .bucket(&cx.config.bucket)
        .key(key)
        .content_type("application/pdf")
        .body(ByteStream::from(bytes))
        .send()
        .await?;
    Ok(())
}

/// A PDF of one line of text.
fn pdf(line: &str) -> Vec<u8> {
    let page = format!("BT /F1 18 Tf 60 760 Td ({line}) Tj ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
         /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{page}\nendstream", page.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut text = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        places.push(format!("{:010} 00000 n \n", text.len()));
        text += &[&(index + 1).to_string(), " 0 obj\n", object, "\nendobj\n"].concat();
    }
    let (table, rows) = (text.len().to_string(), (places.len() + 1).to_string());
    let parts = ["xref\n0 ", &rows, "\n0000000000 65535 f \n", &places.concat()];
    text += &parts.concat();
    text += &["trailer\n<< /Size ", &rows, " /Root 1 0 R >>\nstartxref\n", &table, "\n%%EOF\n"].concat();
    text.into_bytes()
}
