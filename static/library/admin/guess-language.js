// Proposes the language of a resource from what has been typed; whoever chooses one is left alone.
(() => {
  const start = () => {
    const select = document.querySelector("select[data-guess-language]");
    if (!select || select.dataset.started) return;
    select.dataset.started = "yes";
    const form = select.form;
    const note = document.createElement("p");
    note.className = "help";
    note.setAttribute("role", "status");
    select.closest("[data-field-input], .w-field__input")?.after(note) ?? select.after(note);
    let guessed = "";
    let timer = 0;
    let last = "";

    const typed = () =>
      ["title", "summary"]
        .map((name) => form.elements[name]?.value ?? "")
        .concat([...form.querySelectorAll(".public-DraftEditor-content")].map((text) => text.textContent))
        .join(" ")
        .trim();

    const ask = async () => {
      const text = typed();
      if (text === last || (select.value && select.value !== guessed)) return;
      last = text;
      const body = new FormData();
      body.append("text", text.slice(0, 5000));
      body.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
      const reply = await fetch(select.dataset.guessLanguage, { method: "POST", body }).catch(() => null);
      if (!reply?.ok || reply.redirected) return;
      const { language, name } = await reply.json();
      const stillOurs = !select.value || select.value === guessed;
      if (!language || !stillOurs || ![...select.options].some((option) => option.value === language)) return;
      guessed = language;
      if (select.value !== language) {
        select.value = language;
        select.dispatchEvent(new Event("change", { bubbles: true }));
      }
      note.textContent = select.dataset.guessed.replace("%s", name);
    };

    form.addEventListener("input", (event) => {
      if (event.target === select) return;
      clearTimeout(timer);
      timer = setTimeout(ask, 900);
    });
    select.addEventListener("change", () => {
      if (select.value !== guessed) note.textContent = "";
    });
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
