// What somebody opened among the filters stays open when results change in place, also the sheet on a phone.
(() => {
  let opened = [];
  let focused = "";

  document.addEventListener("htmx:beforeSwap", () => {
    opened = [...document.querySelectorAll("#filters details[open]")].map((details) => details.id);
    focused = document.activeElement?.id ?? "";
    if (document.querySelector("#filters:popover-open")) opened.push("filters");
  });

  document.addEventListener("htmx:afterSwap", () => {
    for (const id of opened) {
      const element = document.getElementById(id);
      if (id === "filters") element?.showPopover();
      else element?.setAttribute("open", "");
    }
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
    opened = [];
  });
})();
