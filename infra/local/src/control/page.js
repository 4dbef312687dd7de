// The mail program, clock and schedules of one machine. Talks to /_local only.

const byId = (id) => document.getElementById(id);
const LOOK_EVERY_MS = 1500;

const state = { mails: [], openId: null, part: "html", seen: new Set(), isFirstLook: true, clock: null, isMoving: false };

async function read(path) {
  const answer = await fetch(path, { headers: { accept: "application/json" } });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return answer.json();
}

function make(kind, className, text) {
  const element = document.createElement(kind);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

// Times

const day = { weekday: "short", day: "numeric", month: "short", year: "numeric" };
const minute = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
const longTime = new Intl.DateTimeFormat("en-GB", { ...day, ...minute, second: "2-digit" });
const shortTime = new Intl.DateTimeFormat("en-GB", { ...day, ...minute, weekday: undefined });
const onlyTime = new Intl.DateTimeFormat("en-GB", minute);

function now() {
  const { at, readAt, isManual } = state.clock;
  return new Date(at + (isManual ? 0 : Date.now() - readAt));
}

function setTime(element, instant, format) {
  const date = new Date(instant);
  element.dateTime = date.toISOString();
  element.title = `${date.toISOString()}`;
  element.textContent = format.format(date);
  return element;
}

function listTime(instant) {
  const isToday = state.clock && new Date(instant).toDateString() === now().toDateString();
  return setTime(make("time"), instant, isToday ? onlyTime : shortTime);
}

function showClock() {
  if (!state.clock) return;
  setTime(byId("now"), now(), longTime);
  const { offset, isManual } = state.clock;
  const ahead = describe(offset);
  byId("offset").textContent = isManual ? "stands still until it is moved" : ahead ? `${ahead} ahead of the wall clock` : "as the wall clock";
}

function describe(seconds) {
  const units = [["day", 86400], ["hour", 3600], ["minute", 60]];
  const parts = [];
  let rest = Math.round(seconds);
  for (const [name, size] of units) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${count} ${name}${count === 1 ? "" : "s"}`);
  }
  return parts.slice(0, 2).join(" ");
}

function secondsOf(step) {
  if (step !== "month") return Number(step);
  const from = now();
  const to = new Date(from);
  const day = from.getUTCDate();
  to.setUTCDate(1);
  to.setUTCMonth(to.getUTCMonth() + 1);
  const lastDay = new Date(Date.UTC(to.getUTCFullYear(), to.getUTCMonth() + 1, 0)).getUTCDate();
  to.setUTCDate(Math.min(day, lastDay));
  return Math.round((to - from) / 1000);
}

function notify(text, isBad = false) {
  const notice = byId("notice");
  notice.hidden = !text;
  notice.textContent = text;
  notice.classList.toggle("bad", isBad);
}

async function moveClock(step) {
  if (state.isMoving || !state.clock) return;
  state.isMoving = true;
  const buttons = document.querySelectorAll("[data-step]");
  for (const button of buttons) button.disabled = true;
  const before = state.mails.length;
  notify("Moving the clock; everything that is due on the way happens now …");
  try {
    const answer = await fetch("/_local/clock", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ advance_seconds: secondsOf(step) }),
    });
    const body = await answer.json();
    if (!answer.ok) throw new Error(body.title);
    await look(true);
    const arrived = state.mails.length - before;
    notify(arrived > 0 ? `${arrived} new ${arrived === 1 ? "mail" : "mails"}.` : "Moved. No mail left on the way.");
  } catch (error) {
    notify(`The clock did not move: ${error.message}`, true);
  } finally {
    state.isMoving = false;
    for (const button of buttons) button.disabled = false;
  }
}

// Mail

function matches(mail, words) {
  const text = `${mail.subject} ${mail.to} ${mail.text}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

function showList() {
  const words = byId("search").value.toLowerCase().split(/\s+/).filter(Boolean);
  const found = state.mails.filter((mail) => matches(mail, words));
  byId("mails").replaceChildren(...found.map(row));
  byId("mail-count").textContent = state.mails.length || "";
  byId("no-mails").hidden = found.length > 0;
  byId("no-mails").textContent = state.mails.length === 0 ? "No mail yet. Whatever the product sends arrives here." : "No mail matches.";
}

function row(mail) {
  const link = make("a");
  link.href = `#mail/${mail.id}`;
  if (mail.id === state.openId) link.setAttribute("aria-current", "true");
  const to = make("span", "to", `To ${mail.to}`);
  const subject = make("span", "subject", mail.subject || "(no subject)");
  const snippet = make("span", "snippet", mail.text.replace(/\s+/g, " ").slice(0, 140));
  const item = make("li");
  if (!state.seen.has(mail.id)) {
    item.className = "new";
    to.prepend(make("span", "hidden", "Unread. "));
  }
  link.append(to, listTime(mail.at), subject, snippet);
  item.append(link);
  return item;
}

function showMail(isNew) {
  const mail = state.mails.find((one) => one.id === state.openId);
  byId("mail").classList.toggle("reading", Boolean(mail));
  byId("open-mail").hidden = !mail;
  byId("nothing-open").hidden = Boolean(mail);
  if (!mail) return;
  const part = mail.html === "" ? "text" : state.part;
  byId("as-html").disabled = mail.html === "";
  byId("as-html").setAttribute("aria-pressed", String(part === "html"));
  byId("as-text").setAttribute("aria-pressed", String(part === "text"));
  byId("frame").hidden = part !== "html";
  byId("text").hidden = part !== "text";
  byId("text").replaceChildren(...linked(mail.text));
  if (!isNew) return;
  byId("subject").textContent = mail.subject || "(no subject)";
  byId("from").textContent = mail.from;
  byId("to").textContent = mail.to;
  setTime(byId("at"), mail.at, longTime);
  byId("original").href = `/_local/mail/${encodeURIComponent(mail.id)}/raw`;
  byId("frame").src = mail.html === "" ? "about:blank" : `/_local/mail/${encodeURIComponent(mail.id)}/html`;
}

function linked(text) {
  return text.split(/(https?:\/\/[^\s<>"]+)/).map((piece, place) => {
    if (place % 2 === 0) return document.createTextNode(piece);
    const link = make("a", "", piece);
    link.href = piece;
    link.target = "_blank";
    link.rel = "noopener noreferrer";
    return link;
  });
}

// Schedules

function kindOf(view) {
  if (view.kind === "retry") return "tried again";
  if (view.kind === "standing") return "always there";
  return view.expression.startsWith("at(") ? "once" : "repeating";
}

function card(view) {
  const box = make("div", `card ${view.kind}`);
  const when = make("div", "when");
  if (view.next_at) when.append(setTime(make("time"), view.next_at, shortTime));
  else when.append(make("span", "quiet", "not again"));
  when.append(make("span", "quiet", untilText(view.next_at)));
  const job = make("div", "job", view.job);
  job.append(make("span", "badge", kindOf(view)));
  const zone = view.timezone === "UTC" ? "" : ` · ${view.timezone}`;
  box.append(when, job, make("div", "name", `${view.name} · ${view.expression}${zone}`));
  if (view.input !== "{}") box.append(make("code", "", view.input));
  return box;
}

function untilText(instant) {
  if (!instant || !state.clock) return "";
  const seconds = (new Date(instant) - now()) / 1000;
  if (seconds < 60) return "within a minute";
  return `in ${describe(seconds)}`;
}

function failure(letter) {
  const box = make("div", "card failed");
  const when = make("div", "when");
  when.append(setTime(make("time"), letter.at, shortTime));
  const job = make("div", "job", letter.job);
  job.append(make("span", "badge", letter.source));
  box.append(when, job, make("div", "name", letter.error), make("code", "", letter.event.slice(0, 600)));
  return box;
}

async function showSchedules() {
  const [views, dead] = await Promise.all([read("/_local/schedules"), read("/_local/dead-letters")]);
  byId("schedule-list").replaceChildren(...views.map(card));
  byId("schedule-count").textContent = views.length || "";
  byId("no-schedules").hidden = views.length > 0;
  byId("dead").hidden = dead.length === 0;
  byId("dead-list").replaceChildren(...dead.reverse().map(failure));
}

// What is on screen follows the address and what has arrived.

function route() {
  const [view, id] = location.hash.slice(1).split("/");
  const isSchedules = view === "schedules";
  byId("mail").hidden = isSchedules;
  byId("schedules").hidden = !isSchedules;
  byId("tab-mail").toggleAttribute("aria-current", !isSchedules);
  byId("tab-schedules").toggleAttribute("aria-current", isSchedules);
  const openId = !isSchedules && id ? decodeURIComponent(id) : null;
  const isNew = openId !== state.openId;
  state.openId = openId;
  if (openId) state.seen.add(openId);
  showList();
  showMail(isNew);
  if (isNew && openId) byId("subject").focus();
}

async function look(isForced = false) {
  const clock = await read("/_local/clock");
  state.clock = { at: Date.parse(clock.now), readAt: Date.now(), offset: clock.offset_seconds, isManual: clock.is_manual };
  showClock();
  if (isForced || clock.mails !== state.mails.length) {
    state.mails = await read("/_local/mail");
    if (state.isFirstLook) for (const mail of state.mails.slice(1)) state.seen.add(mail.id);
    state.isFirstLook = false;
    showList();
    showMail(true);
  }
  await showSchedules();
}

let wasLost = false;

async function keepLooking() {
  try {
    if (!document.hidden && !state.isMoving) {
      await look();
      if (wasLost) notify("");
      wasLost = false;
    }
  } catch {
    wasLost = true;
    notify("The machine does not answer. What you see is from before.", true);
  }
  setTimeout(keepLooking, LOOK_EVERY_MS);
}

for (const button of document.querySelectorAll("[data-step]")) {
  button.addEventListener("click", () => moveClock(button.dataset.step));
}
for (const part of ["html", "text"]) {
  byId(`as-${part}`).addEventListener("click", () => {
    state.part = part;
    showMail(false);
  });
}
byId("search").addEventListener("input", showList);
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) look().catch(() => {});
});
window.addEventListener("hashchange", route);
setInterval(showClock, 1000);
route();
keepLooking();
