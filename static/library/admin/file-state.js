// Shows what became of reading each file of a resource: at once for one that is added, and again while one waits.
(() => {
  const PAUSE = 2000; // milliseconds
  const MOST_LOOKS = 60; // two minutes of waiting; the state is there after the next save in any case
  const shown = new WeakMap();

  const show = async (place, id) => {
    const reply = id ? await fetch(place.dataset.fileStateUrl.replace("/0/", `/${id}/`)) : null;
    place.innerHTML = reply?.ok ? await reply.text() : "";
  };

  const look = async (place) => {
    const id = document.getElementById(place.dataset.fileState)?.value ?? "";
    const before = shown.get(place) ?? { id: place.dataset.fileStateOf ?? "", looks: 0 };
    const waits = place.querySelector("[data-state=waiting]") && before.looks < MOST_LOOKS;
    if (id === before.id && !waits) return;
    shown.set(place, { id, looks: id === before.id ? before.looks + 1 : 0 });
    try {
      await show(place, id);
    } catch {
      shown.set(place, { id: before.id, looks: MOST_LOOKS }); // no connection: as it was
    }
  };

  setInterval(() => document.querySelectorAll("[data-file-state]").forEach(look), PAUSE);
})();
