// Adds search, folding and a list of what is chosen to nested checkboxes.
(() => {
  const fold = (text) =>
    text.toLocaleLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");

  const element = (tag, properties = {}) => Object.assign(document.createElement(tag), properties);

  const enhance = (picker) => {
    if (picker.classList.contains("tree-picker--enhanced") || !picker.querySelector("li")) return;
    picker.classList.add("tree-picker--enhanced");
    const items = [...picker.querySelectorAll("li")];
    const words = new Map(items.map((item) => [item, fold(item.dataset.words)]));
    const branchOf = (item) => item.querySelector(":scope > ul");
    const labelOf = (item) => item.querySelector(":scope > label > span").textContent;
    const boxOf = (item) => item.querySelector(":scope > label > input");

    const setOpen = (item, open) => {
      const button = item.querySelector(":scope > .tree-picker__fold");
      if (!button) return;
      button.setAttribute("aria-expanded", String(open));
      branchOf(item).hidden = !open;
    };

    items.filter(branchOf).forEach((item) => {
      const button = element("button", { type: "button", className: "tree-picker__fold" });
      button.setAttribute("aria-label", picker.dataset.open.replace("%s", labelOf(item)));
      button.addEventListener("click", () =>
        setOpen(item, button.getAttribute("aria-expanded") !== "true"),
      );
      item.prepend(button);
      setOpen(item, "open" in item.dataset);
    });

    const search = element("input", {
      type: "search",
      className: "tree-picker__search",
      placeholder: picker.dataset.searchLabel,
      autocomplete: "off",
    });
    search.setAttribute("aria-label", picker.dataset.searchLabel);
    const status = element("div", { className: "w-sr-only" });
    status.setAttribute("role", "status");
    const chosen = element("div", { className: "tree-picker__chosen" });
    picker.prepend(chosen, search, status);

    const filter = () => {
      const wanted = fold(search.value).split(/\s+/).filter(Boolean);
      const matches = new Set(
        items.filter((item) => wanted.every((word) => words.get(item).includes(word))),
      );
      items.forEach((item) => {
        const inside = [...item.querySelectorAll("li")].some((below) => matches.has(below));
        const above = wanted.length && item.parentElement.closest("li");
        const parentMatches = above && picker.contains(above) && matches.has(above);
        item.hidden = wanted.length > 0 && !matches.has(item) && !inside && !parentMatches;
        setOpen(item, wanted.length ? inside : "open" in item.dataset);
      });
      status.textContent = wanted.length ? picker.dataset.found.replace("%s", matches.size) : "";
    };

    const showChosen = () => {
      chosen.replaceChildren(
        ...items.filter((item) => boxOf(item).checked).map((item) => {
          const button = element("button", { type: "button", textContent: labelOf(item) });
          button.setAttribute("aria-label", picker.dataset.remove.replace("%s", labelOf(item)));
          button.addEventListener("click", () => {
            boxOf(item).click();
            search.focus();
          });
          return button;
        }),
      );
    };

    // The search box belongs to no field: its input must not count as an edit of the page, and Enter must not send it.
    search.addEventListener("input", (event) => {
      event.stopPropagation();
      filter();
    });
    search.addEventListener("change", (event) => event.stopPropagation());
    search.addEventListener("keydown", (event) => {
      if (event.key === "Enter") event.preventDefault();
      if (event.key === "Escape" && search.value) {
        event.preventDefault();
        search.value = "";
        filter();
      }
    });
    picker.addEventListener("change", showChosen);
    showChosen();
  };

  const enhanceAll = () => document.querySelectorAll("[data-tree-picker]").forEach(enhance);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", enhanceAll);
  else enhanceAll();
})();
