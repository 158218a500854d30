// Inside the frame: links that stay in the circle, a menu on every message, the visitor's words.

const outside = window.parent.playground;
const messages = document.getElementById("channel-message-list");
const composer = () => document.querySelector(".composer-row textarea");

/** Wait until Preview has drawn something for `selector`, at most some seconds. */
function drawn(selector) {
  const found = () => document.querySelector(selector);
  return new Promise((resolve) => {
    const tries = setInterval(() => { if (found()) { clearInterval(tries); resolve(found()); } }, 50);
    setTimeout(() => clearInterval(tries), 5000);
  });
}

// ------------------------------------------------------------------ where to look

const timeline = document.getElementById("channel-timeline");
let newest = null;
let looking = false; // at a chosen message: the newest may wait

/** Whoever has just done something wants to see what came of it. */
async function showNewest() {
  const last = [...messages.querySelectorAll("[data-message-id]")].at(-1)?.dataset.messageId;
  if (!last || last === newest) return;
  newest = last;
  await drawn("#preview-app[aria-busy=false]");
  if (!looking) timeline.scrollTop = timeline.scrollHeight;
}

window.lookAt = async (id) => {
  looking = true;
  const message = await drawn(`[data-message-id="${CSS.escape(id)}"]`);
  message.scrollIntoView({ block: "center" });
  message.classList.add("looked-at");
  setTimeout(() => { looking = false; message.classList.remove("looked-at"); }, 2000);
};

window.type = async (words) => {
  await drawn("#channel-composer:not([hidden])");
  await drawn("#preview-app[aria-busy=false]");
  const input = composer();
  input.focus();
  input.value = words;
  input.dispatchEvent(new Event("input", { bubbles: true }));
};

// ------------------------------------------------------------------ links

/** Discord addresses and channel names lead to the place here, not to the real Discord. */
function follow(event) {
  const link = event.target.closest("a[href^='https://discord.com/channels/']");
  if (link) {
    const [, , channel, message] = new URL(link.href).pathname.split("/").slice(1);
    event.preventDefault();
    outside.goId(channel ?? "", message);
    return;
  }
  const mention = event.target.closest(".mention");
  if (mention?.textContent.startsWith("#")) outside.goName(mention.textContent.slice(1));
  const thread = event.target.closest(".thread-summary")?.closest("[data-message-id]");
  if (thread) outside.goId(thread.dataset.messageId);
}

document.addEventListener("click", follow, true);
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches(".mention, .thread-summary")) follow(event);
});

// ------------------------------------------------------------------ message menus

function addMenu(message) {
  if (message.querySelector(".menu-button") || message.querySelector(".message-ephemeral-note")) return;
  if (!outside.menus().length || !message.childElementCount) return;
  let toolbar = message.querySelector(".message-context-actions");
  if (!toolbar) {
    toolbar = document.createElement("div");
    toolbar.className = "message-context-actions";
    message.append(toolbar);
  }
  const button = document.createElement("button");
  button.type = "button";
  button.className = "message-action-button menu-button";
  button.title = button.ariaLabel = outside.texts.menu;
  button.ariaHasPopup = "menu";
  button.textContent = "⋯";
  button.addEventListener("click", () => {
    const { right, bottom } = button.getBoundingClientRect();
    openMenu(message, right, bottom + 4);
  });
  toolbar.append(button);
}

/** Open the message's menu at a point of the window, as Discord's own: under the word Apps. */
function openMenu(message, right, top) {
  closeMenu();
  const menu = document.createElement("div");
  menu.className = "message-menu";
  menu.role = "menu";
  menu.ariaLabel = outside.texts.menu;
  for (const command of outside.menus()) {
    const item = document.createElement("button");
    item.type = "button";
    item.role = "menuitem";
    item.textContent = command;
    item.addEventListener("click", () => {
      closeMenu();
      outside.run(command, message.dataset.messageId);
    });
    menu.append(item);
  }
  document.body.append(menu);
  menu.style.top = `${Math.min(top, innerHeight - menu.offsetHeight - 8)}px`;
  menu.style.left = `${Math.max(8, right - menu.offsetWidth)}px`;
  menu.addEventListener("keydown", (event) => walkMenu(event, menu, message));
  menu.firstElementChild.focus();
}

function walkMenu(event, menu, message) {
  const items = [...menu.children];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) items.at((items.indexOf(document.activeElement) + step) % items.length).focus();
  else if (event.key === "Escape") { closeMenu(); message.querySelector(".menu-button").focus(); }
  else return;
  event.preventDefault();
}

function closeMenu() { document.querySelector(".message-menu")?.remove(); }

// A right click, or a long press on a phone, opens it as it does in Discord.
document.addEventListener("contextmenu", (event) => {
  const message = event.target.closest("[data-message-id]");
  if (!message?.querySelector(".menu-button") || event.target.closest("a, input, textarea")) return;
  event.preventDefault();
  openMenu(message, event.clientX + 180, event.clientY);
});

document.addEventListener("pointerdown", (event) => {
  if (!event.target.closest(".message-menu")) closeMenu();
});

// ------------------------------------------------------------------ words

const WORDS = outside.texts.frame;
const WORDED = ".message-ephemeral-note, .message-loading, .message-edited, .history-button,"
  + " .channel-empty, .modal-actions button, .modal-disclaimer, .modal-error, .select-draft-actions *";

/** Say Preview's own English as the circle would, and addresses as Discord shows them. */
function reword() {
  for (const element of document.querySelectorAll(WORDED)) {
    for (const node of element.childNodes) {
      const words = node.textContent.trim();
      const said = node.nodeType === Node.TEXT_NODE ? WORDS[words] : undefined;
      if (said && said !== words) node.data = node.data.replace(words, said);
    }
  }
  for (const { firstChild: node } of document.querySelectorAll(".message-interaction-header")) {
    const [, name] = /^(.*) used $/.exec(node.data) ?? [];
    if (name) node.data = `${outside.texts.used.replace("{name}", name)} `;
  }
  for (const { firstChild: node } of messages.querySelectorAll(".thread-summary")) {
    const [, name, count] = /^(.*) · (\d+) messages?$/.exec(node.data) ?? [];
    if (name) node.data = `${name} · ${outside.texts["posts-count"].replace("{count}", count)}`;
  }
  for (const link of messages.querySelectorAll("a[href^='https://discord.com/channels/']")) {
    const name = outside.nameOf(new URL(link.href).pathname.split("/")[3]);
    if (name && link.textContent === link.href) link.textContent = `#${name} › 💬`;
  }
  const input = composer();
  const [, channel] = /^Message (.*)$/.exec(input?.placeholder ?? "") ?? [];
  const placeholder = channel && outside.texts.message.replace("{channel}", channel);
  if (channel && input.placeholder !== placeholder) input.placeholder = placeholder;
}

/** Discord says nothing in the channel when a thread grows from a message; the simulation does. */
function hideThreadNotice(message) {
  const notice = message.querySelector(".message-system-icon")?.textContent === "thread";
  if (notice && !message.hidden) message.hidden = true;
}

function dress() {
  messages.querySelectorAll("[data-message-id]").forEach(addMenu);
  messages.querySelectorAll("[data-message-id]").forEach(hideThreadNotice);
  messages.querySelectorAll(".mention, .thread-summary").forEach((link) => {
    if (link.matches(".thread-summary") || link.textContent.startsWith("#")) link.tabIndex = 0;
  });
  reword();
  showNewest();
}

new MutationObserver(dress).observe(document.body, {
  subtree: true, childList: true, attributes: true, attributeFilter: ["placeholder", "hidden"],
});
dress();
outside.ready(window);
