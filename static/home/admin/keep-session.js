// Nothing typed is lost when the session ends while an editor is open: nothing is sent until somebody has logged in
// again, in another window, and then with the token of the new session. Nothing is saved twice either: the form waits
// for an automatic save that is under way, which may be what makes the page, and none begins once the form is sent.
(() => {
  const options = document.currentScript.dataset;
  let checked = false;
  let sending = false;
  let saved = null; // the end of the automatic save that is under way
  let banner = null;

  const token = () => document.cookie.match(/(?:^|;\s*)csrftoken=([^;]+)/)?.[1];

  // Fired for autosave and for sending the form alike, whenever the browser collects its fields.
  document.addEventListener("formdata", (event) => {
    if (token() && event.formData.has("csrfmiddlewaretoken")) event.formData.set("csrfmiddlewaretoken", token());
  });

  const alive = () =>
    fetch(options.sessionUrl, { headers: { "X-Requested-With": "XMLHttpRequest" } }).then(
      (reply) => reply.status !== 403,
      () => true, // no network: what then happens is the browser's to say
    );

  const show = () => {
    if (banner) return;
    banner = document.createElement("div");
    banner.className = "session-ended";
    banner.setAttribute("role", "alert");
    const link = document.createElement("a");
    Object.assign(link, { href: options.loginUrl, target: "_blank", textContent: options.login, className: "button button-small" });
    banner.append(options.message, " ", link);
    document.body.append(banner);
  };

  const check = async () => {
    const yes = await alive();
    if (!yes) show();
    else if (banner) {
      banner.remove();
      banner = null;
      document.querySelectorAll("input[name=csrfmiddlewaretoken]").forEach((input) => {
        input.value = token() ?? input.value;
      });
      // Let autosave try again, now that it can.
      document.querySelector("[data-edit-form]")?.dispatchEvent(new CustomEvent("w-unsaved:add", { bubbles: true, cancelable: true, detail: { type: "edits" } }));
    }
    return yes;
  };

  document.addEventListener("w-autosave:save", (event) => {
    if (sending) event.preventDefault();
    else
      saved = new Promise((done) => {
        for (const end of ["success", "error"]) document.addEventListener(`w-autosave:${end}`, done, { once: true });
      });
  });
  window.addEventListener("pageshow", () => (sending = false));
  document.addEventListener("w-autosave:error", check);
  window.addEventListener("focus", () => banner && check());

  window.addEventListener(
    "submit",
    (event) => {
      const form = event.target;
      if (!form.matches("[data-edit-form]") || checked) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      sending = true;
      Promise.resolve(saved).then(check).then((yes) => {
        sending = yes;
        if (!yes) return;
        checked = true;
        form.requestSubmit(event.submitter ?? undefined);
        checked = false;
      });
    },
    true,
  );
})();
