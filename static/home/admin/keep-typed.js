// A closed laptop loses nothing: what the site has not taken yet stays in this browser, for the same person only, and is
// offered when they open the same form again. Taken by the site, thrown away or logged out, it is gone.
(() => {
  const options = document.currentScript.dataset;
  const days = 30;
  const person = document.querySelector("meta[name=person]")?.content;
  if (!person) return;
  const prefix = `commonshelf-typed:${person}:`;
  const form = () => document.querySelector("[data-edit-form]");
  const keyOf = (element) => prefix + new URL(element.action, location.href).pathname;

  const store = (key, value) => {
    try {
      if (value) localStorage.setItem(key, JSON.stringify(value));
      else localStorage.removeItem(key);
    } catch {
      // Full, or not allowed: then the draft on the site must do.
    }
  };

  const kept = (key) => {
    try {
      const value = JSON.parse(localStorage.getItem(key));
      return value && Date.now() - value.at < days * 86400000 ? value : null;
    } catch {
      return null;
    }
  };

  const ours = () => Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  const typed = (data) => [...data].filter(([name, value]) => name !== "csrfmiddlewaretoken" && typeof value === "string");
  const byHand = (entries, updated) =>
    JSON.stringify(entries.filter(([name]) => !/^(loaded_revision|overwrite_revision|next$|comments-)/.test(name) && !(name in updated)));
  let storing = "";
  let saving = [];

  document.addEventListener("w-autosave:save", (event) => {
    if (event.defaultPrevented) return;
    saving = typed(event.detail.formData);
    storing = keyOf(event.target);
    store(storing, { at: Date.now(), entries: saving });
  });

  // Wagtail takes what was typed while it saved for saved; a save that comes too early is followed by another.
  document.addEventListener("w-autosave:success", (event) => {
    store(storing, null);
    const updated = event.detail.data?.field_updates ?? {};
    if (byHand(typed(new FormData(event.target)), updated) === byHand(saving, updated)) return;
    event.target.dispatchEvent(new CustomEvent("w-unsaved:add", { bubbles: true, cancelable: true, detail: { type: "edits" } }));
  });
  document.addEventListener("submit", (event) => {
    if (event.target.matches("[data-edit-form]")) store(keyOf(event.target), null);
    if (event.target.matches("form[action$='/logout/']")) ours().forEach((key) => store(key, null));
  });

  const putBack = async (key, value, note) => {
    const body = new FormData();
    value.entries.forEach(([name, text]) => body.append(name, text));
    body.set("csrfmiddlewaretoken", form().elements.csrfmiddlewaretoken.value);
    const reply = await fetch(form().action, { method: "POST", body, headers: { Accept: "application/json" } }).catch(() => null);
    const answer = await reply?.json().catch(() => null);
    if (!answer?.success) {
      note.firstChild.textContent = options.failed;
      return;
    }
    store(key, null);
    if (answer.url) location.assign(answer.url);
    else location.reload();
  };

  const offer = () => {
    const element = form();
    const key = element && keyOf(element);
    const value = key && kept(key);
    if (!value) return;
    const note = document.createElement("div");
    note.className = "session-ended";
    note.setAttribute("role", "status");
    const button = (words, action, kind) => {
      const made = Object.assign(document.createElement("button"), { type: "button", textContent: words, className: `button button-small ${kind}` });
      made.addEventListener("click", action);
      return made;
    };
    const away = () => {
      store(key, null);
      note.remove();
    };
    const words = options.message.replace("%s", new Date(value.at).toLocaleString(document.documentElement.lang));
    note.append(words, " ", button(options.back, () => putBack(key, value, note), ""), " ", button(options.away, away, "button-secondary"));
    document.body.append(note);
  };

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", offer);
  else offer();
})();
