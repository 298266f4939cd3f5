// Gives long facets a box that filters their values as one types. Without it the list is still whole.
(() => {
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  const filter = (facet, typed) => {
    const words = fold(typed);
    for (const details of facet.querySelectorAll("details")) {
      if (words && !details.open) {
        details.open = true;
        details.dataset.openedByFilter = "";
      } else if (!words && "openedByFilter" in details.dataset) {
        details.open = false;
        delete details.dataset.openedByFilter;
      }
    }
    // A value stays when it fits or something below it does; innermost first, so that parents can ask children.
    for (const item of [...facet.querySelectorAll("li")].reverse()) {
      const own = fold(item.querySelector("bdi").textContent);
      item.hidden = !own.includes(words) && !item.querySelector("li:not([hidden])");
    }
  };

  const enhance = (root) => {
    for (const facet of root.querySelectorAll("[data-filter-label]")) {
      if (facet.querySelector(".facet-filter")) continue;
      const input = document.createElement("input");
      input.type = "search";
      input.className = "input facet-filter";
      input.id = `${facet.id}-filter`;
      input.setAttribute("aria-label", facet.dataset.filterLabel);
      input.placeholder = facet.dataset.filterLabel;
      input.addEventListener("input", () => filter(facet, input.value));
      facet.querySelector("h3").after(input);
    }
  };

  enhance(document);
  document.addEventListener("htmx:afterSwap", (event) => enhance(event.target));
})();
