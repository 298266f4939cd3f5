// Gives long facets a box that filters their values as one types, and asks for values that the page does not hold.
// Without it the list is still there, with a link to a page of all values.
(() => {
  const WAIT = 200; // milliseconds after the last letter
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
    for (const item of [...facet.querySelectorAll(".facet-values:not(.facet-found *) li")].reverse()) {
      const own = fold(item.querySelector("bdi").textContent);
      item.hidden = !own.includes(words) && !item.querySelector("li:not([hidden])");
    }
  };

  // Values from the server stand instead of those of the page, which stay hidden behind them.
  const finder = (facet, place) => {
    let timer = 0;
    let request = null;
    const find = async (typed) => {
      request?.abort();
      request = new AbortController();
      const address = `${facet.dataset.findUrl}&find=${encodeURIComponent(typed)}`;
      try {
        const answer = await fetch(address, { headers: { "HX-Request": "true" }, signal: request.signal });
        if (!answer.ok) return;
        place.innerHTML = await answer.text();
        place.querySelectorAll("[id]").forEach((element) => element.removeAttribute("id")); // the page has them already
        facet.classList.add("facet-finds");
        window.htmx?.process(place);
      } catch {
        // Aborted by the next letter, or out of reach: what the page holds is still filtered.
      }
    };
    return (typed) => {
      clearTimeout(timer);
      request?.abort();
      if (typed.trim()) {
        timer = setTimeout(() => find(typed.trim()), WAIT);
      } else {
        facet.classList.remove("facet-finds");
        place.replaceChildren();
      }
    };
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
      if (!facet.dataset.findUrl) continue;
      const place = document.createElement("div");
      place.className = "facet-found";
      input.after(place);
      const find = finder(facet, place);
      input.addEventListener("input", () => find(input.value));
    }
  };

  enhance(document);
  document.addEventListener("htmx:afterSwap", (event) => enhance(event.target));
})();
