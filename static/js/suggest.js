// Search as you type: makes every search box that names an address for suggestions a combobox (WAI-ARIA 1.2) with a
// listbox of groups. Without it the box is a plain one.
(() => {
  const WAIT = 120; // milliseconds after the last letter
  const LONG_ENOUGH = /[^\x00-\x7f]|../; // one letter says little, one Chinese sign says much
  let boxes = 0;

  const element = (name, attributes) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };

  class Suggestions {
    constructor(form, input) {
      boxes += 1;
      this.form = form;
      this.input = input;
      this.timer = 0;
      this.request = null;
      this.active = -1;
      const id = `suggest-${boxes}`;
      this.list = element("div", { id, class: "suggest", role: "listbox", "aria-label": form.dataset.suggestLabel, hidden: "" });
      this.status = element("p", { class: "visually-hidden", role: "status" });
      for (const [key, value] of Object.entries({
        role: "combobox",
        "aria-autocomplete": "list",
        "aria-expanded": "false",
        "aria-controls": id,
        "aria-haspopup": "listbox",
        autocomplete: "off",
        autocapitalize: "off",
        spellcheck: "false",
      })) input.setAttribute(key, value);
      form.append(this.list, this.status);
      this.listen();
    }

    listen() {
      this.input.addEventListener("input", () => this.typed());
      this.input.addEventListener("keydown", (event) => this.pressed(event));
      this.input.addEventListener("blur", () => this.close());
      this.form.addEventListener("submit", () => this.close());
      this.list.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus
      this.list.addEventListener("click", (event) => {
        const option = event.target.closest("[role=option]");
        if (option) this.go(option, event.ctrlKey || event.metaKey);
      });
    }

    get options() {
      return [...this.list.querySelectorAll("[role=option]")];
    }

    get open() {
      return !this.list.hidden;
    }

    typed() {
      this.forget();
      const text = this.input.value.trim();
      if (LONG_ENOUGH.test(text)) this.timer = setTimeout(() => this.ask(text), WAIT);
      else this.close();
    }

    // Whatever was asked before is answered too late from now on.
    forget() {
      clearTimeout(this.timer);
      this.request?.abort();
      this.request = null;
    }

    async ask(text) {
      const request = new AbortController();
      this.request = request;
      try {
        const address = `${this.form.dataset.suggest}?q=${encodeURIComponent(text)}`;
        const answer = await fetch(address, { signal: request.signal });
        const html = answer.ok ? await answer.text() : "";
        if (this.request === request && document.activeElement === this.input) this.show(html);
      } catch {
        // Aborted by the next letter, or out of reach: searching works without suggestions.
      }
    }

    show(html) {
      this.list.innerHTML = html;
      const words = this.list.querySelector("[data-announcement]");
      this.status.textContent = words?.dataset.announcement ?? "";
      words?.remove();
      this.options.forEach((option, number) => {
        option.id = `${this.list.id}-${number}`;
      });
      this.list.hidden = this.options.length === 0;
      this.list.scrollTop = 0;
      this.input.setAttribute("aria-expanded", String(this.open));
      this.choose(-1);
    }

    close() {
      this.forget();
      this.list.hidden = true;
      this.input.setAttribute("aria-expanded", "false");
      this.status.textContent = "";
      this.choose(-1);
    }

    choose(number) {
      this.options[this.active]?.setAttribute("aria-selected", "false");
      this.active = number;
      const option = this.options[number];
      if (option) {
        option.setAttribute("aria-selected", "true");
        option.scrollIntoView({ block: "nearest" });
        this.input.setAttribute("aria-activedescendant", option.id);
      } else {
        this.input.removeAttribute("aria-activedescendant");
      }
    }

    // Up and down go round: the last option, the box itself, the first option.
    step(by) {
      const places = this.options.length + 1;
      this.choose(((this.active + 1 + by + places) % places) - 1);
    }

    // As the pattern has it, an arrow opens the list at its first or last option.
    reopen(by) {
      if (!this.options.length) return this.typed();
      this.list.hidden = false;
      this.input.setAttribute("aria-expanded", "true");
      this.step(by);
    }

    pressed(event) {
      if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
      const steps = { ArrowDown: 1, ArrowUp: -1 };
      const ends = { Home: 0, End: this.options.length - 1 };
      if (event.key in steps) {
        if (this.open) this.step(steps[event.key]);
        else this.reopen(steps[event.key]);
      } else if (event.key === "Escape" && this.open) {
        this.close();
      } else if (event.key in ends && this.active >= 0) {
        this.choose(ends[event.key]);
      } else if (event.key === "Enter" && this.active >= 0) {
        this.go(this.options[this.active], false);
      } else {
        return;
      }
      event.preventDefault();
    }

    go(option, elsewhere) {
      this.close();
      if (elsewhere) window.open(option.dataset.url, "_blank", "noopener");
      else window.location.assign(option.dataset.url);
    }
  }

  const enhance = (root) => {
    for (const form of root.querySelectorAll("form[data-suggest]")) {
      const input = form.querySelector("input[type=search]");
      if (input && !input.hasAttribute("aria-controls")) new Suggestions(form, input);
    }
  };

  enhance(document);
  document.addEventListener("htmx:afterSwap", (event) => enhance(event.target));
})();
