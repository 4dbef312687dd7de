//! Tables of clients that are read in (S65).

use std::fmt::Write as _;

use serde_json::{Value, json};
use sild_domain::Role;
use sild_tests::{Office, Person, World, put, upload};

use crate::desk::each;

/// An office and its owner.
struct Desk {
    world: World,
    office: Office,
    owner: Person,
}

impl Desk {
    async fn start() -> Self {
        let world = World::start().await;
        let office = world.office().await;
        Self { world, owner: office.owner(), office }
    }

    /// Declares and uploads a table: the path of its import.
    async fn uploaded(&self, bytes: &[u8]) -> String {
        let declared = json!({ "file_name": "clients.csv", "size_bytes": bytes.len() });
        let ticket = self.owner.post("/api/office/imports", declared).await.expect(201);
        upload(&ticket, bytes).await;
        format!("/api/office/imports/{}", ticket["import_id"].as_str().unwrap())
    }

    /// Looks through it with these choices: what was found.
    async fn previewed(&self, import: &str, choices: Value) -> Value {
        let answer = self.owner.post(&format!("{import}/preview"), choices).await.expect(202);
        assert_eq!(answer["state"], "previewing");
        self.world.settle().await;
        self.read(import).await
    }

    async fn read(&self, import: &str) -> Value {
        self.owner.get(import).await.expect(200)
    }

    /// Reads a table in: what came of it.
    async fn imported(&self, text: &str, duplicates: &str) -> Value {
        let import = self.uploaded(text.as_bytes()).await;
        self.previewed(&import, json!({})).await;
        let start = json!({ "duplicates": duplicates });
        let started = self.owner.post(&format!("{import}/start"), start).await.expect(202);
        assert_eq!(started["state"], "running");
        self.world.settle().await;
        self.read(&import).await
    }

    async fn clients(&self) -> Vec<Value> {
        each(&self.owner.get("/api/office/clients?limit=100").await.expect(200), "name")
    }

    async fn client(&self, search: &str) -> Value {
        let found = self.owner.get(&format!("/api/office/clients?search={search}")).await.expect(200);
        let id = found["items"][0]["id"].as_str().unwrap().to_owned();
        self.owner.get(&format!("/api/office/clients/{id}")).await.expect(200)
    }
}

const TABLE: &str = "Kliendi nimi;Registrikood;Kontaktisik;E-post;Telefon;Keel;Ligipääs\r\n\
    Põhja Pagar OÜ;10000018;Mari Maasikas;mari@pagar.example;+372 5555 0100;et;jah\r\n\
    Põhja Pagar OÜ;10000018;Mart Mets;mart@pagar.example;;;\r\n\
    Lõuna Veski;;Mari Maasikas;MARI@pagar.example;;;ei\r\n\
    Lääne Garaaž;;;;;;\r\n";

#[tokio::test]
async fn a_table_is_looked_through_and_read_in_without_a_mail() {
    // S25, S65
    let desk = Desk::start().await;
    let import = desk.uploaded(TABLE.as_bytes()).await;
    let before = desk.world.snapshot().await;
    let found = desk.previewed(&import, json!({})).await;
    assert_eq!((&found["state"], &found["problem"]), (&json!("previewed"), &Value::Null));
    assert_eq!((&found["separator"], &found["encoding"]), (&json!("semicolon"), &json!("utf8")));
    let fields = found["columns"].as_array().unwrap().iter().map(|column| column["field"].clone());
    let wanted = [
        "client_name",
        "registry_code",
        "contact_name",
        "contact_email",
        "contact_phone",
        "contact_language",
        "contact_access",
    ];
    assert_eq!(fields.collect::<Vec<_>>(), wanted.map(|field| json!(field)));
    for (count, number) in [
        ("row_count", 4),
        ("rows_with_errors", 0),
        ("new_clients", 3),
        ("known_clients", 0),
        ("new_contacts", 2),
        ("known_contacts", 0),
    ] {
        assert_eq!(found[count], number, "{count}");
    }
    assert_eq!(found["sample"][0][0], "Põhja Pagar OÜ");
    let is_told =
        |item: &&Value| ["audit", "audit_key", "client_import"].contains(&item["ent"].as_str().unwrap());
    let made = |items: Vec<Value>| items.iter().filter(|item| !is_told(item)).count();
    assert_eq!(made(desk.world.snapshot().await), made(before), "a preview makes nothing");

    let start = json!({ "duplicates": "skip" });
    desk.owner.post(&format!("{import}/start"), start.clone()).await.expect(202);
    desk.world.settle().await;
    let done = desk.read(&import).await;
    for (count, number) in [
        ("rows_done", 4),
        ("clients_created", 3),
        ("contacts_created", 2),
        ("rows_skipped", 0),
        ("rows_updated", 0),
        ("rows_failed", 0),
    ] {
        assert_eq!(done[count], number, "{count}");
    }
    assert_eq!((&done["state"], &done["sample"]), (&json!("done"), &json!([])));
    assert_eq!(desk.clients().await, [json!("Lääne Garaaž"), json!("Lõuna Veski"), json!("Põhja Pagar OÜ")]);
    let bakery = desk.client("10000018").await;
    assert_eq!((&bakery["portal_state"], &bakery["responsible"]), (&json!("closed"), &json!([])));
    let mari = &bakery["contacts"][0];
    assert_eq!((&mari["name"], &mari["language"]), (&json!("Mari Maasikas"), &json!("et")));
    assert_eq!((&mari["has_access"], &mari["phone"]), (&json!(true), &json!("+372 5555 0100")));
    assert_eq!(bakery["contacts"][1]["has_access"], false, "access is off unless the table says so");
    let mill = desk.client("veski").await;
    assert_eq!(
        (&mill["contacts"][0]["id"], &mill["contacts"][0]["has_access"]),
        (&mari["id"], &json!(false))
    );
    desk.owner.post(&format!("{import}/start"), start).await.expect_problem(409, "import_started");
    desk.owner.post(&format!("{import}/preview"), json!({})).await.expect_problem(409, "import_started");
    desk.world.advance_minutes(10).await;
    assert!(desk.world.mails().is_empty());
    let key = desk.office.id.to_string().replace("off_", "");
    let cx = &desk.world.cx;
    let prefix = format!("c/{key}/");
    let left = cx.s3.list_objects_v2().bucket(&cx.config.bucket).prefix(prefix).send().await.unwrap();
    assert!(left.contents().is_empty(), "the file goes once it was read in");
}

#[tokio::test]
async fn each_wrong_row_is_named_and_left_out() {
    let desk = Desk::start().await;
    let text = "name,code,contact,email,phone,language,access\n\
        ,1,,,,,\n\
        Good,2,Mari,mari@good.example,,,\n\
        Bad,№,Mari,nobody,x,xx,perhaps\n\
        Half,3,,mari@half.example,,,\n";
    let import = desk.uploaded(text.as_bytes()).await;
    let found = desk.previewed(&import, json!({})).await;
    assert_eq!((&found["row_count"], &found["rows_with_errors"]), (&json!(4), &json!(3)));
    let errors = found["errors"].as_array().unwrap().iter().map(|error| {
        let of = |name: &str| error[name].as_u64().unwrap();
        (of("row"), of("column"), error["code"].as_str().unwrap())
    });
    assert_eq!(
        errors.collect::<Vec<_>>(),
        [
            (2, 1, "required"),
            (4, 2, "invalid_format"),
            (4, 4, "invalid_email"),
            (4, 5, "invalid_format"),
            (4, 6, "invalid_format"),
            (4, 7, "invalid_format"),
            (5, 3, "required"),
        ]
    );
    assert_eq!(found["error_count"], 7);
    desk.owner.post(&format!("{import}/start"), json!({ "duplicates": "skip" })).await.expect(202);
    desk.world.settle().await;
    let done = desk.read(&import).await;
    assert_eq!((&done["rows_done"], &done["clients_created"]), (&json!(4), &json!(1)));
    assert_eq!(desk.clients().await, [json!("Good")]);
}

#[tokio::test]
async fn what_was_guessed_can_be_chosen_otherwise() {
    let desk = Desk::start().await;
    let import = desk.uploaded(b"Uks|a;Kaks\n\xf0arm;X\n").await;
    let found = desk.previewed(&import, json!({})).await;
    assert_eq!((&found["problem"], &found["encoding"]), (&json!("no_name_column"), &json!("windows1257")));
    let start = format!("{import}/start");
    let skip = json!({ "duplicates": "skip" });
    desk.owner.post(&start, skip.clone()).await.expect_problem(409, "import_not_ready");
    let choices = json!({ "encoding": "windows1252", "separator": "semicolon", "columns": ["client_name"] });
    let found = desk.previewed(&import, choices).await;
    assert_eq!((&found["problem"], &found["new_clients"]), (&Value::Null, &json!(1)));
    assert_eq!(found["sample"][0][0], "ðarm");
    let choices = json!({ "columns": [null, "client_name"] });
    let found = desk.previewed(&import, choices).await;
    assert_eq!(found["columns"][1]["field"], "client_name");
    desk.owner.post(&start, skip).await.expect(202);
    desk.world.settle().await;
    assert_eq!(desk.clients().await, [json!("X")]);
}

#[tokio::test]
async fn clients_that_are_there_already_are_passed_over_or_updated() {
    let desk = Desk::start().await;
    desk.imported("name;code;contact;email\nOld Name;EE 100;Mari;mari@old.example\n", "skip").await;
    let again = "name;code;contact;email;phone;access\n\
        New Name;ee-100;Mari Uus;Mari@old.example;123;jah\n\
        New Name;EE100;Mart;mart@old.example;;\n\
        Other;200;Mari;mari@old.example;;\n";
    let import = desk.uploaded(again.as_bytes()).await;
    let found = desk.previewed(&import, json!({})).await;
    for (count, number) in
        [("new_clients", 1), ("known_clients", 1), ("new_contacts", 1), ("known_contacts", 1)]
    {
        assert_eq!(found[count], number, "{count}");
    }
    let skipped = desk.imported(again, "skip").await;
    assert_eq!((&skipped["rows_skipped"], &skipped["clients_created"]), (&json!(2), &json!(1)));
    let old = desk.client("100").await;
    assert_eq!((&old["name"], &old["contacts"][0]["name"]), (&json!("Old Name"), &json!("Mari")));

    let updated = desk.imported(again, "update").await;
    assert_eq!((&updated["rows_updated"], &updated["clients_created"]), (&json!(3), &json!(0)));
    assert_eq!(updated["contacts_created"], 1);
    desk.world.settle().await;
    let new = desk.client("100").await;
    assert_eq!((&new["name"], &new["contact_count"]), (&json!("New Name"), &json!(2)));
    let mari = new["contacts"].as_array().unwrap().iter().find(|one| one["email"] == "mari@old.example");
    let mari = mari.unwrap();
    assert_eq!((&mari["phone"], &mari["has_access"]), (&json!("123"), &json!(true)));
    assert_eq!(desk.clients().await, [json!("New Name"), json!("Other")]);
    assert!(desk.world.mails().is_empty());
}

#[tokio::test]
async fn archived_clients_and_contacts_are_left_alone_and_named() {
    let desk = Desk::start().await;
    desk.imported("name;code;contact;email\nOld;1;Mari;mari@old.example\nFree;2\n", "skip").await;
    let old = desk.client("old").await;
    let client = format!("/api/office/clients/{}", old["id"].as_str().unwrap());
    let contact = format!("/api/office/contacts/{}", old["contacts"][0]["id"].as_str().unwrap());
    desk.owner.post(&format!("{client}/archive"), json!({})).await.expect(200);
    desk.owner.post(&format!("{contact}/archive"), json!({})).await.expect(200);
    desk.world.settle().await;
    let text =
        "name;code;contact;email\nOld;1;;\nNew;3;Mari;mari@old.example\nFree;2;Mari;mari@old.example\n";
    let done = desk.imported(text, "update").await;
    let codes = done["errors"].as_array().unwrap().iter().map(|error| error["code"].clone());
    let mut codes = codes.collect::<Vec<_>>();
    codes.sort_by_key(Value::to_string);
    assert_eq!(codes, [json!("client_archived"), json!("contact_archived"), json!("contact_archived")]);
    assert_eq!((&done["rows_failed"], &done["clients_created"]), (&json!(3), &json!(0)));
}

#[tokio::test]
async fn a_part_that_is_carried_out_twice_makes_nothing_twice() {
    let desk = Desk::start().await;
    let mut text = "name;code;contact;email\n".to_owned();
    for number in 0..520 {
        let person = number % 250;
        writeln!(text, "Client {number};{number:05};P {person};p{person}@many.example").unwrap();
    }
    let import = desk.uploaded(text.as_bytes()).await;
    desk.previewed(&import, json!({})).await;
    // The trail of so many changes is another test's.
    desk.world.hold(&["relay_outbox", "sweep_outbox", "record_changes"]);
    desk.owner.post(&format!("{import}/start"), json!({ "duplicates": "skip" })).await.expect(202);
    let mut delivered = 0;
    loop {
        desk.world.settle().await;
        let events = desk.world.events_of("relay_outbox");
        let Some(event) = events.get(delivered) else { break };
        // The stream may deliver a part again at any time, also side by side.
        let (one, two) = tokio::join!(
            desk.world.call("relay_outbox", event.clone()),
            desk.world.call("relay_outbox", event.clone()),
        );
        one.unwrap();
        two.unwrap();
        desk.world.call("relay_outbox", event.clone()).await.unwrap();
        delivered += 1;
    }
    let done = desk.read(&import).await;
    assert_eq!((&done["state"], &done["rows_done"]), (&json!("done"), &json!(520)));
    assert_eq!((&done["clients_created"], &done["rows_failed"]), (&json!(520), &json!(0)));
    let items = desk.world.snapshot().await;
    let count = |kind: &str| items.iter().filter(|item| item["ent"] == kind).count();
    assert_eq!((count("client"), count("contact"), count("contact_client")), (520, 250, 520));
    assert_eq!(count("outbox"), 0);
    for client in items.iter().filter(|item| item["ent"] == "client") {
        assert_eq!(client["contact_count"], 1, "{client}");
    }
    let mut of_contacts = items.iter().filter(|item| item["ent"] == "contact");
    assert!(of_contacts.all(|contact| contact["client_count"].as_i64() >= Some(2)));
}

#[tokio::test]
async fn a_part_writes_as_many_new_clients_at_once_as_a_transaction_takes() {
    let desk = Desk::start().await;
    let mut text = "name;code;contact;email\n".to_owned();
    for number in 0..60 {
        writeln!(text, "Client {number};{number:05};P {number};p{number}@many.example").unwrap();
    }
    let import = desk.uploaded(text.as_bytes()).await;
    desk.previewed(&import, json!({})).await;
    desk.owner.post(&format!("{import}/start"), json!({ "duplicates": "skip" })).await.expect(202);
    desk.world.hold(&["record_changes"]);
    drop(desk.world.take_calls());
    desk.world.settle().await;
    let calls = desk.world.take_calls();
    let of = |name: &str| calls.iter().filter(|call| call.what.ends_with(name)).count();
    assert_eq!(of(".TransactWriteItems"), 13, "one for five rows of 20 items, and one for the progress");
    let others = calls.len() - of(".TransactWriteItems");
    assert!(others <= 30, "{others} other calls");
    assert_eq!(desk.read(&import).await["clients_created"], 60);
}

#[tokio::test]
async fn what_is_not_there_or_no_table_says_so() {
    let desk = Desk::start().await;
    let declared = json!({ "file_name": "clients.csv", "size_bytes": 4 });
    let ticket = desk.owner.post("/api/office/imports", declared).await.expect(201);
    let import = format!("/api/office/imports/{}", ticket["import_id"].as_str().unwrap());
    let start = json!({ "duplicates": "skip" });
    desk.owner.post(&format!("{import}/start"), start).await.expect_problem(409, "import_not_ready");
    let found = desk.previewed(&import, json!({})).await;
    assert_eq!((&found["problem"], &found["columns"]), (&json!("not_uploaded"), &json!([])));
    assert_eq!(put(&ticket, b"12345".to_vec()).await, 403, "one byte more is refused by the store");
    upload(&ticket, b"n\x00\x00m").await;
    assert_eq!(put(&ticket, b"name".to_vec()).await, 412, "a ticket is for one upload");
    let found = desk.previewed(&import, json!({})).await;
    assert_eq!(found["problem"], "not_a_table");
    let empty = desk.uploaded(b"name;email\n").await;
    assert_eq!(desk.previewed(&empty, json!({})).await["problem"], "no_rows");
}

#[tokio::test]
async fn the_same_key_declares_one_import() {
    let desk = Desk::start().await;
    let declared = json!({ "file_name": "clients.csv", "size_bytes": 4 });
    let owner = desk.owner.key("declare-once");
    let first = owner.post("/api/office/imports", declared.clone()).await.expect(201);
    let again = owner.post("/api/office/imports", declared).await.expect(201);
    assert_eq!(again["import_id"], first["import_id"]);
    let other = json!({ "file_name": "clients.csv", "size_bytes": 5 });
    owner.post("/api/office/imports", other).await.expect_problem(422, "idempotency_key_reused");
}

#[tokio::test]
async fn refused_imports_write_nothing() {
    let desk = Desk::start().await;
    let import = desk.uploaded(b"name\nA\n").await;
    desk.previewed(&import, json!({})).await;
    let plain = desk.office.member("Peeter", Role::Member).await;
    let other = desk.world.office_named("Other Office", "other").await.owner();
    let before = desk.world.snapshot().await;
    let good = json!({ "file_name": "clients.csv", "size_bytes": 4 });
    plain.post("/api/office/imports", good.clone()).await.expect_problem(403, "role_required");
    desk.world.browser().post("/api/office/imports", good).await.expect_problem(401, "not_signed_in");
    for (body, status, pointer, code) in [
        (
            json!({ "file_name": "a.csv", "size_bytes": 10 * 1024 * 1024 + 1 }),
            413,
            "/size_bytes",
            "file_too_large",
        ),
        (json!({ "file_name": "a.csv", "size_bytes": 0 }), 422, "/size_bytes", "empty_file"),
        (json!({ "file_name": "", "size_bytes": 4 }), 422, "/file_name", "required"),
    ] {
        let reply = desk.owner.post("/api/office/imports", body).await;
        assert_eq!(reply.status, status);
        assert_eq!(reply.field_errors(), [(pointer.to_owned(), code.to_owned())]);
    }
    let (preview, start) = (format!("{import}/preview"), format!("{import}/start"));
    let skip = json!({ "duplicates": "skip" });
    for (person, status, code) in [(&plain, 403, "role_required"), (&other, 404, "not_found")] {
        person.get(&import).await.expect_problem(status, code);
        person.post(&preview, json!({})).await.expect_problem(status, code);
        person.post(&start, skip.clone()).await.expect_problem(status, code);
    }
    for body in [json!({ "columns": ["shoe_size"] }), json!({ "separator": "space" }), json!({ "x": 1 })] {
        desk.owner.post(&preview, body).await.expect_problem(422, "invalid_value");
    }
    let many = desk.owner.post(&preview, json!({ "columns": vec![Value::Null; 51] })).await;
    assert_eq!(many.field_errors(), [("/columns".to_owned(), "too_many_items".to_owned())]);
    desk.owner.post(&start, json!({})).await.expect_problem(422, "invalid_value");
    assert_eq!(desk.world.snapshot().await, before);
    assert!(desk.world.mails().is_empty());
}
