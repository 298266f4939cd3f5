// Several uploads at once for the files of a resource: one request a file, each with its own state.
window.commonshelfFileDrop = (panel) => {
  const prefix = panel.opts.formsetPrefix;
  const drop = document.getElementById(`${prefix}-UPLOAD`)?.closest("[data-file-drop]");
  if (!drop || drop.dataset.started) return;
  drop.dataset.started = "yes";
  drop.hidden = false;
  const options = JSON.parse(document.getElementById(`${prefix}-UPLOAD-OPTIONS`).textContent);
  const { words } = options;
  const input = drop.querySelector("input[type=file]");
  const list = drop.querySelector("ul");
  const csrf = document.querySelector("input[name=csrfmiddlewaretoken]");
  const waiting = [];
  let busy = false;

  const element = (tag, properties = {}) => Object.assign(document.createElement(tag), properties);

  const addToForm = async (id) => {
    const url = `${options.chosenUrl}?id=${id}`;
    const reply = await fetch(url, { headers: { "X-Requested-With": "XMLHttpRequest" } });
    const { result } = await reply.json();
    panel.addForm();
    const field = `${prefix}-${panel.formCount - 1}-${panel.opts.chooserFieldName}`;
    panel.chooserWidgetFactory.getById(field).setStateFromModalData(result[0]);
  };

  const send = (file, progress) =>
    new Promise((resolve) => {
      const body = new FormData();
      body.append("csrfmiddlewaretoken", csrf.value);
      body.append("files[]", file, file.name);
      body.append("title", file.name.replace(/\.[^.]+$/, "").replace(/[_]+/g, " ").trim() || file.name);
      if (options.collection) body.append("collection", options.collection);
      const request = new XMLHttpRequest();
      request.open("POST", options.url);
      request.setRequestHeader("X-Requested-With", "XMLHttpRequest");
      request.upload.addEventListener("progress", (event) => {
        if (event.lengthComputable) progress.value = event.loaded / event.total;
      });
      request.addEventListener("error", () => resolve({ error_message: words.failed }));
      request.addEventListener("load", () => {
        if (request.status === 403 || /\/login\//.test(request.responseURL)) {
          resolve({ error_message: words.loggedOut });
          return;
        }
        try {
          resolve(JSON.parse(request.responseText));
        } catch {
          resolve({ error_message: words.failed });
        }
      });
      request.send(body);
    });

  const fail = (row, state, message, file) => {
    row.dataset.state = "failed";
    row.querySelector("progress")?.remove();
    state.textContent = message;
    const again = element("button", { type: "button", className: "button button-small", textContent: words.retry });
    const away = element("button", { type: "button", className: "button button-small button-secondary", textContent: words.dismiss });
    again.addEventListener("click", () => {
      row.remove();
      take([file]);
    });
    away.addEventListener("click", () => row.remove());
    row.append(again, away);
  };

  const upload = async ({ file, row, state, progress }) => {
    const reply = await send(file, progress);
    if (!reply.success || !reply.doc_id) {
      fail(row, state, reply.error_message || words.failed, file);
      return;
    }
    try {
      await addToForm(reply.doc_id);
      row.remove();
      list.dispatchEvent(new Event("change", { bubbles: true }));
    } catch {
      state.textContent = words.done;
    }
  };

  const work = async () => {
    if (busy) return;
    busy = true;
    while (waiting.length) await upload(waiting.shift());
    busy = false;
  };

  const take = (files) => {
    [...files].forEach((file) => {
      const row = element("li");
      const state = element("span", { className: "file-drop__state", textContent: words.uploading });
      const progress = element("progress", { value: 0, max: 1 });
      progress.setAttribute("aria-label", file.name);
      row.append(element("span", { className: "file-drop__name", textContent: file.name }), state);
      list.append(row);
      if (file.size > options.maxBytes) {
        fail(row, state, words.tooLarge, file);
        return;
      }
      row.append(progress);
      waiting.push({ file, row, state, progress });
    });
    work();
  };

  drop.querySelector(".file-drop__pick").addEventListener("click", () => input.click());
  input.addEventListener("change", (event) => {
    event.stopPropagation();
    take(input.files);
    input.value = "";
  });
  const over = (event, on) => {
    if (![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    drop.classList.toggle("file-drop--over", on);
  };
  drop.addEventListener("dragover", (event) => over(event, true));
  drop.addEventListener("dragleave", (event) => over(event, false));
  drop.addEventListener("drop", (event) => {
    over(event, false);
    take(event.dataTransfer.files);
  });
};
