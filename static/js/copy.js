// Puts a "Copy" button behind texts that people take along: addresses and citations.
(() => {
  if (!navigator.clipboard) return;
  for (const source of document.querySelectorAll("[data-copy]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button-link";
    button.textContent = source.dataset.copy;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(source.value ?? source.textContent.trim());
      button.textContent = source.dataset.copied;
    });
    source.after(button);
  }
})();
