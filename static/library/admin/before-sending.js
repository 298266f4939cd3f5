// Asks what is missing while somebody writes, and puts the reasons of a return beside the fields they speak of.
(() => {
  const PAUSE = 1200; // milliseconds after the last key

  const placeOf = (name) =>
    document.getElementById(`id_${name}`)?.closest("[data-field-wrapper], .w-field__wrapper") ??
    document.getElementById(`id_${name}-FORMS`) ??
    document.querySelector(`[data-contentpath="${CSS.escape(name)}"]`) ??
    document.getElementById(`id_${name}`);

  const start = () => {
    const list = document.querySelector("[data-before-sending]");
    if (!list || list.dataset.started) return;
    list.dataset.started = "yes";
    const status = document.querySelector("[data-before-sending-status]");
    const form = list.closest("form");
    let timer = 0;
    let asked = 0;

    document.querySelectorAll("[data-notes] [data-field]").forEach((note) => {
      const place = note.dataset.field && placeOf(note.dataset.field);
      if (!place) return;
      const beside = document.createElement("p");
      beside.className = "before-sending__beside";
      beside.textContent = note.querySelector("[data-words]").textContent;
      place.prepend(beside);
    });

    list.parentElement.addEventListener("click", (event) => {
      const name = event.target.closest("a") && event.target.closest("[data-field]")?.dataset.field;
      const place = name && placeOf(name);
      if (!place) return;
      event.preventDefault();
      place.scrollIntoView({ block: "center" });
      const first = place.matches("input, select, textarea")
        ? place
        : place.querySelector("input:not([type=hidden]), select, textarea, button, [contenteditable=true]");
      (first ?? place).focus({ preventScroll: true });
    });

    const ask = async () => {
      const turn = (asked += 1);
      const data = new FormData(form);
      [...data.entries()].forEach(([name, value]) => value instanceof File && data.delete(name));
      const reply = await fetch(list.dataset.beforeSending, { method: "POST", body: data }).catch(() => null);
      if (!reply?.ok || reply.redirected || turn !== asked) return;
      const summary = () => list.querySelector("[data-summary]")?.textContent.trim();
      const before = summary();
      const open = list.querySelector("details")?.open;
      list.innerHTML = await reply.text();
      if (open && list.querySelector("details")) list.querySelector("details").open = true;
      if (summary() !== before) status.textContent = summary();
    };

    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(ask, PAUSE);
    };
    ["input", "change", "focusout"].forEach((kind) => form.addEventListener(kind, soon));
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
