// The page round the frame: where one can go, through whose eyes, and what time it is.

const $ = (id) => document.getElementById(id);
const facts = JSON.parse($("facts").textContent);
const texts = facts.texts;
const POLL_MS = 700;

let state = null;
let forum = null; // the forum whose posts are listed in place of the frame
let target = null; // a message to look at once the frame has loaded
let draft = null; // words to put in the composer once the frame has loaded
const seen = new Map(); // place id -> newest message the visitor has had before their eyes
let turn = Promise.resolve(); // requests one at a time, so that answers arrive in order

/** Make an element; `children` may be strings. */
function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

function ask(path, body) {
  const send = async () => {
    const options = body && {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    };
    try {
      const response = await fetch(path, options);
      if (response.status === 204) return;
      if (!response.ok) throw new Error(String(response.status));
      apply(await response.json());
    } catch (error) {
      console.error(error);
      complain([error instanceof TypeError ? texts.gone : texts.failed]);
    }
  };
  turn = turn.then(send);
  return turn;
}

async function poll() {
  if (!document.hidden) await ask(`/play/state?since=${state?.version ?? ""}`);
  setTimeout(poll, POLL_MS);
}

// ------------------------------------------------------------------ going

const everywhere = () => state.places.flatMap((place) => [place, ...place.threads]);
const find = (id) => everywhere().find((place) => place.id === id);
const named = (name) => everywhere().find((place) => place.name === name);

/** Open a channel, a thread or a forum's list; `message` is scrolled to. */
function go(place, message = null) {
  if (!place) return Promise.resolve();
  closeDrawer();
  news(null);
  forum = place.kind === "forum" ? place.id : null;
  if (forum) return Promise.resolve(render());
  if (place.id === state.channel) {
    render();
    if (message) $("frame").contentWindow.lookAt?.(message);
    return Promise.resolve();
  }
  target = message;
  return ask("/play/show", { channel: place.id, member: state.member });
}

/** What the frame may call; it is served from this origin and knows nothing else. */
window.playground = {
  texts,
  menus: () => state.menus,
  goId: (id, message) => go(find(id), message),
  goName: (name) => go(named(name)),
  nameOf: (id) => find(id)?.name,
  run: (command, message) => ask("/play/menu", { command, message }),
  ready(frame) {
    if (target) frame.lookAt(target);
    if (draft) frame.type(draft);
    target = draft = null;
  },
};

// ------------------------------------------------------------------ showing

function apply(next) {
  const first = state === null;
  const moved = first || next.screen !== state.screen;
  const sameEyes = !first && next.member === state.member;
  const left = state?.channel;
  const known = first ? new Set() : new Set(everywhere().map((place) => place.id));
  state = next;
  if (forum && !find(forum)) forum = null;
  const fresh = everywhere().filter((place) => !known.has(place.id));
  for (const place of fresh) seen.set(place.id, sameEyes ? "0" : place.last);
  if (find(left)) seen.set(left, find(left).last); // it was before their eyes until this moment
  if (sameEyes) announceThread(fresh.filter((place) => place.kind === "thread"));
  if (moved) $("frame").src = `/frame?screen=${state.screen}#shown`;
  render();
}

function render() {
  const here = forum ?? state.channel;
  seen.set(state.channel, find(state.channel)?.last ?? "0");
  $("here").textContent = label(find(here));
  renderMembers();
  renderClock();
  renderChannels(here);
  renderPosts();
  complain(state.errors);
}

function renderMembers() {
  const options = state.members.map(({ id, name, role }) =>
    make("option", { value: id, textContent: role ? `${name} · ${role}` : name }));
  $("member").replaceChildren(...options);
  $("member").value = state.member;
}

function renderClock() {
  const now = new Date(state.now);
  const format = { weekday: "short", day: "numeric", month: "short", hour: "numeric", minute: "2-digit" };
  $("now").dateTime = state.now;
  $("now").textContent = now.toLocaleString(facts.locale, { ...format, timeZone: facts.zone });
}

const label = (place) => (place ? `${SIGNS[place.kind]} ${place.name}` : "");
const SIGNS = { text: "#", forum: "❓", thread: "🧵", direct: "@" };
const unread = (place) => BigInt(place.last) > BigInt(seen.get(place.id) ?? "0");

function renderChannels(here) {
  const focused = document.activeElement?.dataset?.place;
  const item = (place) => {
    const button = make("button", { type: "button", className: "place", title: place.name },
      make("span", { className: "sign", ariaHidden: "true" }, SIGNS[place.kind]),
      make("span", { className: "name" }, place.name));
    button.dataset.place = place.id;
    button.classList.toggle("unread", place.id !== here && unread(place));
    button.classList.toggle("closed", Boolean(place.archived));
    if (place.id === here) button.ariaCurrent = "page";
    button.addEventListener("click", () => go(place));
    return button;
  };
  const lists = state.places.map((place) => {
    const entry = make("li", {}, item(place));
    if (place.threads.length) {
      entry.append(make("ul", {}, ...place.threads.map((thread) => make("li", {}, item(thread)))));
    }
    return entry;
  });
  $("channels").replaceChildren(...lists);
  if (focused) document.querySelector(`[data-place="${focused}"]`)?.focus();
}

function renderPosts() {
  const place = forum && find(forum);
  $("posts").hidden = !place;
  $("frame").inert = Boolean(place);
  if (!place) return;
  $("posts-name").textContent = label(place);
  const rows = place.threads.map((thread) => {
    const about = [...thread.tags, texts["posts-count"].replace("{count}", thread.count)];
    if (thread.archived) about.push(texts["post-closed"]);
    const button = make("button", { type: "button", className: "post" },
      make("strong", {}, thread.name), make("span", { className: "small" }, about.join(" · ")));
    button.addEventListener("click", () => go(thread));
    return make("li", {}, button);
  });
  $("posts-list").replaceChildren(...(rows.length ? rows : [make("li", {}, texts["posts-none"])]));
}

/** A new thread is easy to miss: say so, with the way there. */
function announceThread(threads) {
  const thread = threads.at(-1);
  if (!thread || thread.id === state.channel) return;
  const open = make("button", { type: "button", textContent: texts.open });
  open.addEventListener("click", () => go(find(thread.id)));
  news(make("span", {}, `${texts["new-thread"]} ${thread.name}`), open);
}

function news(...content) {
  $("news").hidden = !content[0];
  $("news").replaceChildren(...(content[0] ? content : []));
}

function complain(errors) {
  $("errors").hidden = errors.length === 0;
  if (!errors.length) return;
  const close = make("button", { type: "button", textContent: texts.dismiss });
  close.addEventListener("click", () => ask("/play/dismiss", {}));
  $("errors").replaceChildren(make("ul", {}, ...errors.map((error) => make("li", {}, error))), close);
}

// ------------------------------------------------------------------ doing

async function pass(step) {
  const buttons = document.querySelectorAll("[data-step]");
  buttons.forEach((button) => { button.disabled = true; });
  await ask("/play/clock", { step });
  buttons.forEach((button) => { button.disabled = false; });
}

document.querySelectorAll("button[data-step], button[data-go]").forEach((button) => {
  button.addEventListener("click", async () => {
    const { step, go: where, type } = button.dataset;
    if (step) await pass(step);
    if (!where) return;
    if (matchMedia("(max-width: 900px)").matches) $("guide").open = false;
    const place = named(facts.channels[where]);
    if (type) draft = type;
    if (type && place.id === state.channel && !forum) {
      window.playground.ready($("frame").contentWindow);
    }
    await go(place);
  });
});

$("member").addEventListener("change", () =>
  ask("/play/show", { member: $("member").value, channel: state.channel }));

// ------------------------------------------------------------------ the drawer, on a phone

function openDrawer() {
  document.body.classList.add("drawer-open");
  document.querySelector("main").inert = $("guide").inert = true;
  $("drawer").ariaExpanded = "true";
  $("scrim").hidden = false;
  $("places").querySelector("button")?.focus();
}

function closeDrawer() {
  if (!document.body.classList.contains("drawer-open")) return;
  document.body.classList.remove("drawer-open");
  document.querySelector("main").inert = $("guide").inert = false;
  $("drawer").ariaExpanded = "false";
  $("scrim").hidden = true;
  $("drawer").focus();
}

$("drawer").addEventListener("click", () =>
  document.body.classList.contains("drawer-open") ? closeDrawer() : openDrawer());
$("scrim").addEventListener("click", closeDrawer);
document.addEventListener("keydown", (event) => { if (event.key === "Escape") closeDrawer(); });

if (matchMedia("(max-width: 900px)").matches) $("guide").open = false;
poll();
