// Asks what is missing while somebody writes, and puts the reasons of a return beside the fields they speak of.
(() => {
  const PAUSE = 1200; // milliseconds after the last key
  const CHOSEN = 3000; // milliseconds between looks at what changes without a key: chosen files, rows, states
  const ASKED_BY_SCRIPT = { "X-Requested-With": "XMLHttpRequest" }; // a refusal is answered, not shown on the next page

  const placeOf = (name) =>
    document.getElementById(`id_${name}`)?.closest("[data-field-wrapper], .w-field__wrapper") ??
    document.getElementById(`id_${name}-FORMS`)?.parentElement ??
    document.querySelector(`[data-contentpath="${CSS.escape(name)}"]`) ??
    document.getElementById(`id_${name}`);

  const inputOf = (place) =>
    place.querySelector(
      "input:not([type=hidden]):not([hidden]), select, textarea:not([hidden]), [contenteditable=true], button",
    );

  const putBeside = (note, number) => {
    const place = note.dataset.field && placeOf(note.dataset.field);
    if (!place) return null;
    const beside = document.createElement("p");
    beside.className = "before-sending__beside";
    beside.id = `before-sending-${number}`;
    beside.textContent = note.querySelector("[data-words]").textContent;
    place.prepend(beside);
    const input = inputOf(place);
    input?.setAttribute("aria-describedby", `${beside.id} ${input.getAttribute("aria-describedby") ?? ""}`.trim());
    return { note, beside };
  };

  const goTo = (event) => {
    const link = event.target.closest("a");
    const name = link?.hash && link.closest("[data-field]")?.dataset.field;
    const place = name && placeOf(name);
    if (!place) return;
    event.preventDefault();
    place.scrollIntoView({ block: "center" });
    (inputOf(place) ?? place).focus({ preventScroll: true });
  };

  const start = () => {
    const list = document.querySelector("[data-before-sending]");
    const form = list?.closest("form");
    if (!form || list.dataset.started) return;
    list.dataset.started = "yes";
    const status = document.querySelector("[data-before-sending-status]");
    const beside = [...document.querySelectorAll("[data-notes] [data-field]")].map(putBeside).filter(Boolean);
    list.parentElement.addEventListener("click", goTo);
    let timer = 0;
    let turn = 0;
    let shown = ""; // the state that was asked about
    let tried = ""; // the one whose links were tried

    const written = () => {
      const data = new FormData(form);
      [...data].forEach(([name, value]) => value instanceof File && data.delete(name));
      return data;
    };

    // What is new since it was asked: the form, and what became of its files.
    const state = () =>
      new URLSearchParams(written()) + [...document.querySelectorAll("[data-state]")].map((each) => each.dataset.state);

    // Once saved by itself, the form of a new page belongs to that page.
    const address = () => {
      const saved = new URL(form.action, location.href).pathname.match(/\/pages\/(\d+)\/edit\/$/);
      return saved ? list.dataset.saved.replace("/0/", `/${saved[1]}/`) : list.dataset.beforeSending;
    };

    const show = (html) => {
      const summary = () => list.querySelector("[data-summary]")?.textContent.trim();
      const before = summary();
      const open = list.querySelector("details")?.open;
      list.innerHTML = html;
      if (open && list.querySelector("details")) list.querySelector("details").open = true;
      if (summary() !== before) status.textContent = summary();
      beside.forEach(({ note, beside: words }) => {
        const { check, field } = note.dataset;
        words.hidden = Boolean(check) && !list.querySelector(`[data-check="${check}"][data-field="${field}"]`);
        note.hidden = words.hidden;
      });
    };

    const ask = async (links) => {
      const mine = (turn += 1);
      const data = written();
      if (links) data.set("ask-links", "yes");
      const reply = await fetch(address(), { method: "POST", body: data, headers: ASKED_BY_SCRIPT }).catch(() => null);
      if (!reply?.ok || reply.redirected || mine !== turn) return;
      const html = await reply.text();
      if (mine !== turn) return;
      show(html);
      if (!links) tryLinks();
    };

    // A link is tried once, when its field was left: nobody wants half an address looked up.
    const tryLinks = () => {
      const waiting = list.querySelector("[data-links-wait]");
      if (!waiting || tried === shown || document.activeElement?.matches("input[type=url]")) return;
      tried = shown;
      ask(true);
    };

    const askIfNew = () => {
      const now = state();
      if (now === shown) return tryLinks();
      shown = now;
      ask(false);
    };

    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(askIfNew, PAUSE);
    };

    ["input", "change", "focusout"].forEach((kind) => form.addEventListener(kind, soon));
    shown = state(); // as the list was written; what is typed before everything is loaded is new already
    setTimeout(() => {
      askIfNew();
      setInterval(() => document.hidden || soon(), CHOSEN);
    }, PAUSE);
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
